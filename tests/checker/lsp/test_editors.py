"""The language server in two real editors: underline, related statement, hover, and an edit that is applied."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
TEXT = (
    "= Ada Berg =\n\nAda Berg was a painter 😀 é. She was born on 3 May 1950. "
    "She died on 4 June 1930, and was buried on 31 June 1930.\n"
)
START = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from checker.cli import main; main(['lsp'])"
SERVER = [sys.executable, "-c", START]

NVIM = """
local server, file, out = vim.fn.json_decode(vim.env.SERVER), vim.env.FILE, vim.env.OUT
vim.cmd('edit ' .. file)
local buffer = vim.api.nvim_get_current_buf()
local id = vim.lsp.start_client({ name = 'factlint', cmd = server, root_dir = vim.fn.getcwd() })
vim.lsp.buf_attach_client(buffer, id)
vim.wait(60000, function() return #vim.diagnostic.get(buffer) >= 2 end, 50)
local told = { diagnostics = {} }
for _, one in ipairs(vim.diagnostic.get(buffer)) do
  local line = vim.api.nvim_buf_get_lines(buffer, one.lnum, one.lnum + 1, false)[1]
  local related = {}
  for _, other in ipairs(one.user_data.lsp.relatedInformation or {}) do table.insert(related, other.message) end
  local text = line:sub(one.col + 1, one.end_col)
  table.insert(told.diagnostics, { text = text, related = related })
end
local at
for _, one in ipairs(vim.diagnostic.get(buffer)) do
  if (one.code or one.user_data.lsp.code) == 'date-impossible' then at = one end
end
vim.api.nvim_win_set_cursor(0, { at.lnum + 1, at.col })
local params = vim.lsp.util.make_position_params(0, 'utf-16')
local hover = vim.lsp.buf_request_sync(buffer, 'textDocument/hover', params, 20000)
told.hover = hover[id].result.contents.value
local range = vim.lsp.util.make_range_params(0, 'utf-16')
range.context = { diagnostics = {} }
local actions = vim.lsp.buf_request_sync(buffer, 'textDocument/codeAction', range, 20000)[id].result
told.action = actions[1].title
vim.lsp.util.apply_workspace_edit(actions[1].edit, 'utf-16')
told.after = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\\n')
local file_out = io.open(out, 'w')
file_out:write(vim.fn.json_encode(told))
file_out:close()
vim.cmd('qall!')
"""

EMACS = """
(require 'package)
(package-initialize)
(require 'eglot)
(require 'json)
(setq eglot-sync-connect 30 eglot-confirm-server-initiated-edits nil create-lockfiles nil)
(define-derived-mode factlint-test-mode text-mode "FL")
(add-to-list 'eglot-server-programs
             (cons 'factlint-test-mode (append (json-read-from-string (getenv "SERVER")) nil)))
(find-file (getenv "FILE"))
(factlint-test-mode)
(call-interactively #'eglot)
(let ((deadline (+ (float-time) 60)))
  (while (and (< (length (flymake-diagnostics)) 2) (< (float-time) deadline))
    (flymake-start)
    (accept-process-output nil 0.2)))
(let (diagnostics at)
  (dolist (one (flymake-diagnostics))
    (let ((text (buffer-substring-no-properties (flymake-diagnostic-beg one) (flymake-diagnostic-end one))))
      (when (equal text "31 June 1930") (setq at (flymake-diagnostic-beg one)))
      (push (list (cons 'text text) (cons 'message (flymake-diagnostic-text one))) diagnostics)))
  (goto-char at)
  (let* ((server (eglot-current-server))
         (hover (jsonrpc-request server :textDocument/hover (eglot--TextDocumentPositionParams)))
         (actions (append (eglot-code-actions at at) nil))
         (first (car actions)))
    (eglot--apply-workspace-edit (plist-get first :edit))
    (with-temp-file (getenv "OUT")
      (insert (json-encode
               (list (cons 'diagnostics (vconcat diagnostics))
                     (cons 'hover (plist-get (plist-get hover :contents) :value))
                     (cons 'action (plist-get first :title))
                     (cons 'after (with-current-buffer (find-buffer-visiting (getenv "FILE")) (buffer-string)))))))))
"""


def told(folder: Path, *command: str) -> dict[str, object]:
    """What an editor saw and did with a file, as its script wrote it down."""
    file, out = folder / "Ada.txt", folder / "out.json"
    file.write_text(TEXT, encoding="utf-8")
    done = subprocess.run(
        command, cwd=folder, capture_output=True, check=False, timeout=150, encoding="utf-8",
        env={"SERVER": json.dumps(SERVER), "FILE": str(file), "OUT": str(out), "HOME": str(folder),
             "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "dumb"},
    )  # fmt: skip
    assert out.exists(), done.stdout[-2000:] + done.stderr[-2000:]
    read: dict[str, object] = json.loads(out.read_text(encoding="utf-8"))
    return read


def assert_seen(seen: dict[str, object]) -> None:
    """What has to hold in any editor."""
    assert "31 > 30" in str(seen["hover"])
    assert "30 June 1930" in str(seen["action"])
    assert "buried on 30 June 1930" in str(seen["after"])
    assert str(seen["after"]).startswith("= Ada Berg =\n\nAda Berg was a painter 😀 é. She was born on 3 May 1950.")


@pytest.mark.skipif(not shutil.which("nvim"), reason="there is no nvim here")
def test_neovim(tmp_path: Path) -> None:
    script = tmp_path / "x.lua"
    script.write_text(NVIM)
    seen = told(tmp_path, "nvim", "--headless", "--clean", "-c", f"luafile {script}")
    diagnostics = seen["diagnostics"]
    assert isinstance(diagnostics, list)
    assert {one["text"] for one in diagnostics} >= {"31 June 1930", "3 May 1950"}
    assert any("4 June 1930" in related for one in diagnostics for related in one["related"])
    assert_seen(seen)


@pytest.mark.skipif(not shutil.which("emacs"), reason="there is no emacs here")
def test_emacs_with_eglot(tmp_path: Path) -> None:
    script = tmp_path / "x.el"
    script.write_text(EMACS)
    seen = told(tmp_path, "emacs", "--batch", "-l", str(script))
    diagnostics = seen["diagnostics"]
    assert isinstance(diagnostics, list)
    assert {one["text"] for one in diagnostics} >= {"31 June 1930", "3 May 1950"}
    assert_seen(seen)
