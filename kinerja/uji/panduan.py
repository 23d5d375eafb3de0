"""How findings are read, for the guide, the document of the rules and the page."""

from kinerja.uji.model import Keyakinan

ARTI_KEYAKINAN = {
    Keyakinan.PASTI: "hitungan atas angka tercetak, atau tempat cetak kedua untuk angka yang sama, membuktikannya.",
    Keyakinan.PATUT_DICEK: "angkanya janggal, tetapi laporan dapat memiliki sebab yang tidak tercetak.",
}
CARA_MEMBACA = (
    "Ketelitian cetak dihormati: 86% sesuai dengan 85,83%, dan 0,99 sesuai dengan 0,9895. Angka yang dipotong, bukan "
    "dibulatkan, disebut demikian.",
    "Satu salah cetak disebut satu kali, bukan sekali pada setiap angka yang memakainya.",
    "Dugaan asal angka tercetak selalu diawali kata “Mungkin”; dugaan bukan bukti.",
    "Temuan bernama tetap selama angka tercetaknya sama. Angka yang dicetak lain adalah temuan baru.",
)
