"""The table, in Indonesian, as docs/kecepatan.md shows it."""

import os

HEAD = [
    "yang diukur",
    "dokumen",
    "waktu",
    "dokumen per detik",
    "memori terbesar",
    "perbandingan",
]


def number(value, digits=0):
    """A number as Indonesians write it."""
    text = f"{value:,.{digits}f}"
    return text.replace(",", " ").replace(".", ",").replace(" ", ".")


def duration(seconds):
    if seconds < 0.1:
        return f"{number(seconds * 1000, 1)} ms"
    return f"{number(seconds, 2)} s"


def ratio(value):
    """How many times as long."""
    return f"{number(value, 2 if value < 10 else 0)} ×"


def machine():
    """The processor, its cores and the memory; nothing else."""
    model = "prosesor tidak dikenal"
    with open("/proc/cpuinfo") as lines:
        for line in lines:
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
                break
    with open("/proc/meminfo") as lines:
        kilobytes = int(next(line for line in lines if line.startswith("MemTotal")).split()[1])
    cores = len(os.sched_getaffinity(0))
    return f"{model}, {cores} inti, memori {number(kilobytes * 1024 / 1e9)} GB"


class Table:
    """Rows under one head."""

    def __init__(self):
        self.rows = []

    def part(self, title):
        self.rows.append([f"**{title}**", "", "", "", "", ""])

    def row(self, *cells):
        self.rows.append([str(cell) for cell in cells] + [""] * (len(HEAD) - len(cells)))

    def run(self, command, documents, compared=""):
        """A run over a folder."""
        seconds = command.seconds
        self.row(
            command.name,
            number(documents),
            duration(seconds),
            number(documents / seconds),
            f"{number(command.megabytes)} MB",
            compared,
        )

    def __str__(self):
        lines = [HEAD, ["---"] + ["---:"] * 4 + ["---"], *self.rows]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)
