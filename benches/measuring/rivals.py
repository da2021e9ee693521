"""The tools that people would use instead: where they are, how they are called, what they say."""

import json
import os
import re
import subprocess
from pathlib import Path

from .processes import Command, Failed

HERE = Path(__file__).resolve().parent.parent / "rivals"
SCHEMA = HERE / "components.schema.json"
RULESET = HERE / "components.spectral.yaml"

# Name, version, how it is installed.
VERSIONS = [
    ("boon-cli", "0.6.2", "cargo"),
    ("jsonschema-cli", "0.60.2", "cargo"),
    ("check-jsonschema", "0.39.0", "pip"),
    ("@stoplight/spectral-cli", "6.16.3", "npm"),
]


class Rival:
    """A tool that tells of required components."""

    def __init__(self, name, program, arguments, flagged, is_slow):
        self.name = name
        self.program = program
        self.arguments = [str(part) for part in arguments]
        # Which files its output says lack something.
        self.flagged = flagged
        self.is_slow = is_slow

    @property
    def is_there(self):
        return self.program.exists()

    def command(self, folder, files):
        """All files at once, as it comes."""
        command = [self.program, *self.arguments]
        return Command(self.name, command, folder, ends=(0, 1, 2), files=files)

    def parallel(self, folder, files, count, threads):
        """Two batches for each thread, by hand."""
        each = -(-count // (threads * 2))
        command = ["xargs", "-a", files, "-d", "\\n", "-P", threads, "-n", each]
        command += [self.program, *self.arguments]
        name = f"{self.name}, xargs -P {threads}"
        return Command(name, command, folder, ends=(0, 123))


def lines(pattern):
    """Files named by lines of the output."""
    return lambda text, _: set(re.findall(pattern, text, re.MULTILINE))


def of_check_jsonschema(text, _):
    return {error["filename"] for error in json.loads(text)["errors"]}


def of_spectral(text, folder):
    root = f"{Path(folder).resolve()}/"
    return {entry["source"].removeprefix(root) for entry in json.loads(text)}


def rivals(folder):
    """All of them, installed in this folder or not."""
    cargo, pip, npm = folder / "cargo/bin", folder / "pip/bin", folder / "npm/node_modules/.bin"
    validate = ["validate", "--errors-only", SCHEMA, "-i"]
    lint = ["lint", "--quiet", "--ignore-unknown-format", "--format", "json", "--ruleset", RULESET]
    return [
        Rival("boon", cargo / "boon", [SCHEMA], lines(r"^instance (.*): failed$"), False),
        Rival("jsonschema-cli", cargo / "jsonschema-cli", validate, lines(r"^(.*) - INVALID"), False),
        Rival(
            "check-jsonschema",
            pip / "check-jsonschema",
            ["--schemafile", SCHEMA, "--output-format", "json"],
            of_check_jsonschema,
            True,
        ),
        Rival("Spectral", npm / "spectral", lint, of_spectral, True),
    ]


def agree(rival, folder, files, missing, out):
    """The tool must flag exactly the documents that lack a component."""
    rival.command(folder, files).run(out=out, counts=False)
    flagged = rival.flagged(out.read_text(), folder)
    if flagged != missing:
        odd = sorted(flagged ^ missing)
        raise Failed(f"{rival.name} does not flag what the manifest says: {len(odd)}, {odd[:3]}")


def install(folder, say):
    """Fetches the tools of the versions above."""
    folder.mkdir(parents=True, exist_ok=True)
    of = {kind: [] for kind in ("cargo", "pip", "npm")}
    for name, version, kind in VERSIONS:
        of[kind].append((name, version))
    run = lambda *command, **more: subprocess.run([str(part) for part in command], check=True, **more)
    say("pip ...")
    run("python3", "-m", "venv", folder / "pip")
    run(folder / "pip/bin/pip", "install", "--quiet", *(f"{n}=={v}" for n, v in of["pip"]))
    say("npm ...")
    (folder / "npm").mkdir(exist_ok=True)
    named = [f"{n}@{v}" for n, v in of["npm"]]
    # Its packages need no scripts to be installed; one of them would only report the download.
    quiet = ["--no-audit", "--no-fund", "--ignore-scripts"]
    run("npm", "install", *quiet, "--prefix", folder / "npm", *named)
    environment = {**os.environ, "CARGO_TARGET_DIR": str(folder / "build")}
    for name, version in of["cargo"]:
        say(f"cargo install {name} ...")
        root = ["--root", folder / "cargo"]
        run("cargo", "install", "--locked", *root, f"{name}@{version}", env=environment)
