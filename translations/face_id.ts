<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Words</name>
    <message>
        <location filename="../face/words.cpp" line="37"/>
        <source>This machine cannot store anything more. Nothing was lost. Please call the technician.</source>
        <translation>Mesin ini tidak dapat menyimpan lagi. Tidak ada yang hilang. Silakan hubungi teknisi.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="40"/>
        <source>This machine may not write to its storage. Nothing was lost. Please call the technician.</source>
        <translation>Mesin ini tidak diizinkan menulis ke penyimpanannya. Tidak ada yang hilang. Silakan hubungi teknisi.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="42"/>
        <source>The storage of this machine has a fault. What was given out is kept. Please call the technician.</source>
        <translation>Penyimpanan mesin ini terganggu. Nomor yang sudah diberikan tetap berlaku. Silakan hubungi teknisi.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="45"/>
        <source>Another program on this machine runs this queue already. Close it first, then start again.</source>
        <translation>Program lain di mesin ini sudah menjalankan antrean ini. Tutup dahulu program itu, lalu mulai lagi.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="48"/>
        <source>This queue was kept by a newer version of the program. Nothing was changed. Please install that version.</source>
        <translation>Antrean ini disimpan oleh versi program yang lebih baru. Tidak ada yang diubah. Silakan pasang versi itu.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="51"/>
        <source>The file of this queue is damaged. Nothing was changed. Please call the technician.</source>
        <translation>Berkas antrean ini rusak. Tidak ada yang diubah. Silakan hubungi teknisi.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="54"/>
        <source>The file in this queue&apos;s place is none of its own. Nothing was changed. Please call the technician.</source>
        <translation>Berkas di tempat antrean ini bukan miliknya. Tidak ada yang diubah. Silakan hubungi teknisi.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="57"/>
        <source>The folder of this queue cannot be used. Nothing was changed. Please call the technician.</source>
        <translation>Folder antrean ini tidak dapat dipakai. Tidak ada yang diubah. Silakan hubungi teknisi.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="59"/>
        <source>The queue cannot be reached just now. Please try again in a moment.</source>
        <translation>Antrean sedang tidak dapat dihubungi. Silakan coba lagi sebentar lagi.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="62"/>
        <location filename="../face/words.cpp" line="64"/>
        <source>The queue does not answer just now. Please try again in a moment.</source>
        <translation>Antrean sedang tidak menjawab. Silakan coba lagi sebentar lagi.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="67"/>
        <location filename="../face/words.cpp" line="74"/>
        <source>This machine does not trust the server that answers. Nothing was lost. Please call the technician.</source>
        <translation>Mesin ini tidak mempercayai server yang menjawab. Tidak ada yang hilang. Silakan hubungi teknisi.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="70"/>
        <source>The server does not know this machine any more. Nothing was lost. Please call the technician.</source>
        <translation>Server tidak lagi mengenal mesin ini. Tidak ada yang hilang. Silakan hubungi teknisi.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="77"/>
        <source>The server&apos;s records contradict what this machine knows. Nothing was changed. Please call the technician.</source>
        <translation>Catatan server bertentangan dengan yang diketahui mesin ini. Tidak ada yang diubah. Silakan hubungi teknisi.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="79"/>
        <source>Nobody is waiting for this counter.</source>
        <translation>Tidak ada yang menunggu untuk loket ini.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="81"/>
        <source>Finish the citizen who is at this counter first.</source>
        <translation>Selesaikan dahulu pengunjung yang sedang di loket ini.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="82"/>
        <source>This counter is closed or on a break.</source>
        <translation>Loket ini tutup atau sedang istirahat.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="83"/>
        <source>A colleague is signed in at this counter.</source>
        <translation>Rekan Anda masih bertugas di loket ini.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="84"/>
        <source>This number belongs to another counter.</source>
        <translation>Nomor ini untuk loket lain.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="86"/>
        <source>This citizen is at another counter just now.</source>
        <translation>Pengunjung ini sedang berada di loket lain.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="87"/>
        <source>This call has ended meanwhile.</source>
        <translation>Panggilan ini sudah berakhir.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="88"/>
        <source>This is not possible any more.</source>
        <translation>Ini tidak dapat dilakukan lagi.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="89"/>
        <source>It is too late for that.</source>
        <translation>Sudah terlambat untuk itu.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="91"/>
        <source>A colleague did this. Only they can take it back.</source>
        <translation>Ini dilakukan rekan Anda. Hanya ia yang dapat membatalkannya.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="92"/>
        <source>There is nothing to take back any more.</source>
        <translation>Tidak ada lagi yang dapat dibatalkan.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="94"/>
        <source>This number was not left waiting, or too long ago.</source>
        <translation>Nomor ini tidak tertinggal menunggu, atau sudah terlalu lama.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="96"/>
        <source>This number was continued already with a new one.</source>
        <translation>Nomor ini sudah dilanjutkan dengan nomor baru.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="98"/>
        <source>Too many people are waiting: the turn would not come before closing time.</source>
        <translation>Terlalu banyak yang menunggu: giliran tidak akan tiba sebelum tutup.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="101"/>
        <location filename="../face/words.cpp" line="104"/>
        <source>The clock of this machine may be wrong. Please ask staff to look at the date and the time.</source>
        <translation>Jam mesin ini mungkin salah. Mohon minta petugas memeriksa tanggal dan jamnya.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="107"/>
        <source>The clock of this machine was set to another time. The queue counts on from before. Please call the technician.</source>
        <translation>Jam mesin ini diubah. Antrean tetap menghitung dari waktu sebelumnya. Silakan hubungi teknisi.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="109"/>
        <source>The quantity is from 1 to 999.</source>
        <translation>Jumlahnya 1 sampai 999.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="110"/>
        <source>No such number today.</source>
        <translation>Nomor itu tidak ada hari ini.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="111"/>
        <source>This service has just closed.</source>
        <translation>Layanan ini baru saja tutup.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="112"/>
        <source>Today&apos;s numbers for this service are all given.</source>
        <translation>Nomor untuk layanan ini hari ini sudah habis.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="114"/>
        <source>Today&apos;s numbers are all given. Please ask staff.</source>
        <translation>Nomor hari ini sudah habis. Silakan tanya petugas.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="115"/>
        <source>That PIN is not right.</source>
        <translation>PIN salah.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="118"/>
        <source>Too many wrong PINs. Wait a while, or ask the manager for a new one.</source>
        <translation>Terlalu sering salah PIN. Tunggu sebentar, atau minta PIN baru kepada pengelola.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="120"/>
        <source>That PIN is too easily guessed. Choose six digits or more, not in a row.</source>
        <translation>PIN itu mudah ditebak. Pilih enam angka atau lebih, jangan berurutan.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="124"/>
        <source>Your sign-in has ended. Type your PIN to go on.</source>
        <translation>Masa masuk Anda sudah berakhir. Ketik PIN untuk melanjutkan.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="125"/>
        <source>This is not allowed here. Ask the manager.</source>
        <translation>Ini tidak diizinkan di sini. Tanyakan kepada pengelola.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="126"/>
        <source>The program is closing. Please try again shortly.</source>
        <translation>Program sedang ditutup. Silakan coba lagi sebentar.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="178"/>
        <source>&lt;1 min</source>
        <translation>&lt;1 mnt</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="180"/>
        <source>%1 min</source>
        <translation>%1 mnt</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="181"/>
        <source>%1 h %2 min</source>
        <translation>%1 jam %2 mnt</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="188"/>
        <source>Counter not open yet</source>
        <translation>Loket belum dibuka</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="190"/>
        <source>No waiting</source>
        <translation>Tanpa menunggu</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="191"/>
        <source>%1–%2 minutes</source>
        <translation>%1–%2 menit</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="199"/>
        <source>Served at once</source>
        <translation>Langsung dilayani</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="200"/>
        <source>Wait %1</source>
        <translation>Tunggu %1</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="206"/>
        <source>Nobody</source>
        <translation>Tidak ada</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="208"/>
        <source>1 person</source>
        <translation>1 orang</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="209"/>
        <source>%1 people</source>
        <translation>%1 orang</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="218"/>
        <source>Staff will confirm the fee</source>
        <translation>Biaya dikonfirmasi petugas</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="221"/>
        <source>Free of charge</source>
        <translation>Gratis</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="232"/>
        <source>Opens at %1</source>
        <translation>Buka pukul %1</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="234"/>
        <source>Opens tomorrow, %1 %2</source>
        <translation>Buka besok, %1 %2</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="236"/>
        <source>Opens on %1 %2</source>
        <translation>Buka %1 %2</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="237"/>
        <source>Opens on %1, %2</source>
        <translation>Buka %1, %2</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="247"/>
        <source>Not open yet.</source>
        <translation>Belum buka.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="250"/>
        <source>Break.</source>
        <translation>Istirahat.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="253"/>
        <source>Closed for today.</source>
        <translation>Sudah tutup hari ini.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="256"/>
        <source>Closed today.</source>
        <translation>Tutup hari ini.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="259"/>
        <source>Closed: %1.</source>
        <translation>Tutup: %1.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="263"/>
        <source>Today&apos;s numbers are all given.</source>
        <translation>Nomor hari ini sudah habis.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="267"/>
        <source>Too many people are waiting to be served before closing time.</source>
        <translation>Antrean terlalu panjang untuk dilayani sebelum tutup.</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="290"/>
        <source>TRAINING – not valid</source>
        <translation>LATIHAN – tidak berlaku</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="296"/>
        <source>The queue cannot start</source>
        <translation>Antrean tidak dapat dimulai</translation>
    </message>
    <message>
        <location filename="../face/words.cpp" line="305"/>
        <source>That did not work, and nothing was changed. Please try again.</source>
        <translation>Belum berhasil, dan tidak ada yang berubah. Silakan coba lagi.</translation>
    </message>
</context>
</TS>
