"""The files of the tree, read once, and C text without what is no code."""
import fnmatch
import functools
import os
import re
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

NOT_CODE = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)


def run(*command):
    """Returns status and output of a command at the top of the tree."""
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, check=False)
    return done.returncode, done.stdout.decode('utf-8', 'replace')


@functools.cache
def text(path):
    with open(os.path.join(ROOT, path), encoding='utf-8', errors='replace') as f:
        return f.read()


def _blank(found):
    piece = found[0]
    if piece[0] in '"\'':
        return piece[0] + ' ' * (len(piece) - 2) + piece[0]
    return re.sub(r'[^\n]', ' ', piece)


@functools.cache
def code(path):
    """The C text with comments and the contents of strings blanked; lines stay."""
    return NOT_CODE.sub(_blank, text(path))


def line_of(path, at):
    return text(path).count('\n', 0, at) + 1


@functools.cache
def files():
    """All files that git knows or would take, without what is somebody else's."""
    told = run('git', 'ls-files', '-z', '--cached', '--others', '--exclude-standard')[1]
    return sorted(f for f in set(told.split('\0'))
                  if f and os.path.isfile(os.path.join(ROOT, f)))


def match(*patterns):
    return [f for f in files() if any(fnmatch.fnmatch(f, p) for p in patterns)]


def c_files():
    """Our own C: program, generator, tests; not what tests feed to the generator."""
    return [f for f in match('src/*.[ch]', 'tools/*.[ch]', 'tests/*.[ch]')
            if not f.startswith('tests/kgen/')]


@functools.cache
def layers():
    """tools/layers.txt as {kind: {name: [words]}}"""
    table = {}
    for line in text('tools/layers.txt').splitlines():
        line = line.split('#')[0].strip()
        if not line:
            continue
        head, _, rest = line.partition(':')
        kind, name = head.split()
        table.setdefault(kind, {}).setdefault(name, []).extend(rest.split())
    return table
