# Aliases only; the scripts work without make.
.PHONY: run test screenshots panduan data

run:
	script/run

test:
	script/test

screenshots:
	script/screenshots

panduan:
	.venv/bin/python tools/buat_panduan.py
	.venv/bin/python tools/buat_aturan_uji.py
	.venv/bin/python tools/buat_glosarium.py
	.venv/bin/python tools/buat_arsitektur.py

data:
	.venv/bin/python -m kinerja bangun data/sumber --timpa -o $(or $(firstword $(wildcard data/*.xlsx)),data/buku_kerja.xlsx)
