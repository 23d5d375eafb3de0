@echo off
rem Dasbor Kinerja on one office PC with Windows, without internet: the first start installs from the folder "roda".
rem BELUM DICOBA: written without a Windows machine at hand; see docs/pemasangan.md.
setlocal
cd /d "%~dp0\..\.."
set PYTHONUTF8=1
if "%KINERJA_PORT%"=="" set KINERJA_PORT=8501

if exist .venv\terpasang goto jalan
where py >nul 2>nul || goto tanpa_python
if not exist roda goto tanpa_roda
echo Memasang pustaka dari folder roda (sekali saja, beberapa menit)
py -3.11 -m venv .venv || goto gagal
.venv\Scripts\python -m pip install --no-index --find-links roda --disable-pip-version-check -r requirements.txt -c requirements.lock || goto gagal
echo selesai> .venv\terpasang

:jalan
echo Dasbor Kinerja: http://127.0.0.1:%KINERJA_PORT% (hentikan dengan Ctrl+C atau tutup jendela ini)
start "" "http://127.0.0.1:%KINERJA_PORT%"
.venv\Scripts\python -m streamlit run app.py --server.address 127.0.0.1 --server.port %KINERJA_PORT% %*
goto :eof

:tanpa_python
echo Python belum terpasang. Pasang Python 3.11 (64 bit, dengan py launcher), lalu ulangi.
goto akhir
:tanpa_roda
echo Folder "roda" belum ada. Kumpulkan di komputer yang tersambung internet: python deploy/kumpulkan_roda.py --untuk windows
goto akhir
:gagal
echo Pemasangan gagal. Hapus folder .venv, lalu ulangi; bila tetap gagal, kumpulkan folder "roda" sekali lagi.
:akhir
pause
exit /b 1
