"""Runs commands and tells how long they took and how much memory they needed."""

import json
import subprocess
import sys
from statistics import median

# Runs in a Python of its own, as small as one can be: until a program takes its place, a new
# process counts the memory of the one that started it. Figures below some 10 MB are therefore
# those of Python. Of several processes at once (xargs), it is that of the largest.
SPAWNER = """
import json, os, sys, time
command, cwd, out, err, environment = json.loads(sys.argv[1])
os.chdir(cwd)
actions = [(os.POSIX_SPAWN_OPEN, 0, '/dev/null', os.O_RDONLY, 0)]
for number, path in ((1, out), (2, err)):
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    actions.append((os.POSIX_SPAWN_OPEN, number, path, flags, 0o644))
environment = {**os.environ, **environment}
if len(sys.argv) > 2:
    with open(sys.argv[2]) as lines:
        command += lines.read().split('\\n')[:-1]
started = time.perf_counter()
process = os.posix_spawnp(command[0], command, environment, file_actions=actions)
_, status, usage = os.wait4(process, 0)
took = time.perf_counter() - started
print(json.dumps([os.waitstatus_to_exitcode(status), took, usage.ru_maxrss]))
"""


class Failed(Exception):
    """A command that did not end as it should."""


class Command:
    """A command that is measured, and how it ended so far."""

    def __init__(self, name, command, cwd, ends=(0, 1), files=None, environment=None, before=None):
        self.name = name
        self.command = [str(part) for part in command]
        self.cwd = str(cwd)
        self.ends = ends
        # A file with arguments, one a line, that come last.
        self.files = files
        self.environment = {"LC_ALL": "C.UTF-8", **(environment or {})}
        # Puts things in order for a run, which is not measured.
        self.before = before or (lambda: None)
        self.times = []
        self.memory = []

    def run(self, out="/dev/null", err="/dev/null", counts=True):
        """Runs once; gives the seconds."""
        self.before()
        asked = json.dumps([self.command, self.cwd, str(out), str(err), self.environment])
        spawner = [sys.executable, "-I", "-S", "-c", SPAWNER, asked]
        if self.files is not None:
            spawner.append(str(self.files))
        told = subprocess.run(spawner, check=True, capture_output=True, text=True).stdout
        code, took, memory = json.loads(told)
        if code not in self.ends:
            raise Failed(f"{self.name} ended with {code}: {' '.join(self.command)[:300]}")
        if counts:
            self.times.append(took)
            self.memory.append(memory)
        return took

    @property
    def seconds(self):
        """The median of all runs."""
        return median(self.times)

    @property
    def megabytes(self):
        """The most that any run needed, in millions of bytes."""
        return max(self.memory) * 1024 / 1e6


def take_turns(commands, rounds, say, first=True):
    """Runs all of them once uncounted, so that the system has the files in memory, then so many
    times, each round beginning with another. Files that were written just now need no first."""
    for command in commands if first else ():
        command.run(counts=False)
    for at in range(rounds):
        begin = at % len(commands)
        for command in commands[begin:] + commands[:begin]:
            command.run()
        say(f"  round {at + 1} of {rounds}")
