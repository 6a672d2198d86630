<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>ActWords</name>
    <message>
        <location filename="../counter/desk_acts.cpp" line="86"/>
        <source>Call again</source>
        <translation>Panggil ulang</translation>
    </message>
    <message>
        <location filename="../counter/desk_acts.cpp" line="88"/>
        <source>No-show</source>
        <translation>Tidak hadir</translation>
    </message>
    <message>
        <location filename="../counter/desk_acts.cpp" line="90"/>
        <source>Park</source>
        <translation>Tunda</translation>
    </message>
    <message>
        <location filename="../counter/desk_acts.cpp" line="92"/>
        <source>Transfer</source>
        <translation>Alihkan</translation>
    </message>
    <message>
        <location filename="../counter/desk_acts.cpp" line="94"/>
        <source>Finish only</source>
        <translation>Selesai saja</translation>
    </message>
    <message>
        <location filename="../counter/desk_acts.cpp" line="96"/>
        <source>Back to the queue</source>
        <translation>Kembalikan ke antrean</translation>
    </message>
    <message>
        <location filename="../counter/desk_acts.cpp" line="97"/>
        <source>Withdraw the call</source>
        <translation>Tarik panggilan</translation>
    </message>
    <message>
        <location filename="../counter/desk_acts.cpp" line="107"/>
        <source>End the break</source>
        <translation>Akhiri istirahat</translation>
    </message>
    <message>
        <location filename="../counter/desk_acts.cpp" line="109"/>
        <source>Start serving</source>
        <translation>Mulai layani</translation>
    </message>
    <message>
        <location filename="../counter/desk_acts.cpp" line="111"/>
        <source>Finish and call next</source>
        <translation>Selesai &amp; panggil berikutnya</translation>
    </message>
    <message>
        <location filename="../counter/desk_acts.cpp" line="113"/>
        <source>Finish</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <location filename="../counter/desk_acts.cpp" line="115"/>
        <source>Call next</source>
        <translation>Panggil berikutnya</translation>
    </message>
    <message>
        <location filename="../counter/desk_acts.cpp" line="127"/>
        <source>next is %1</source>
        <translation>berikutnya %1</translation>
    </message>
    <message>
        <location filename="../counter/desk_acts.cpp" line="128"/>
        <source>nobody is waiting</source>
        <translation>tidak ada yang menunggu</translation>
    </message>
    <message>
        <location filename="../counter/desk_acts.cpp" line="176"/>
        <source>Nothing to take back</source>
        <translation>Tidak ada yang dapat dibatalkan</translation>
    </message>
    <message>
        <location filename="../counter/desk_acts.cpp" line="179"/>
        <source>the hall hears a correction</source>
        <translation>dikoreksi lewat suara</translation>
    </message>
    <message>
        <location filename="../counter/desk_acts.cpp" line="350"/>
        <source>Service has only just begun. Press again in a moment to finish it.</source>
        <translation>Layanan baru saja dimulai. Tekan lagi sebentar lagi untuk menyelesaikannya.</translation>
    </message>
</context>
<context>
    <name>CardWords</name>
    <message>
        <location filename="../counter/citizen_view.cpp" line="26"/>
        <source>Errand %1 of %2</source>
        <translation>Layanan %1 dari %2</translation>
    </message>
    <message>
        <location filename="../counter/citizen_view.cpp" line="34"/>
        <source>next: %1, %2</source>
        <translation>berikutnya %1, %2</translation>
    </message>
    <message>
        <location filename="../counter/citizen_view.cpp" line="38"/>
        <source>the last one</source>
        <translation>layanan terakhir</translation>
    </message>
    <message>
        <location filename="../counter/citizen_view.cpp" line="51"/>
        <source>%1 of %2</source>
        <translation>%1 dari %2</translation>
    </message>
    <message>
        <location filename="../counter/citizen_view.cpp" line="52"/>
        <source>%1 of about %2</source>
        <translation>%1 dari ±%2</translation>
    </message>
    <message>
        <location filename="../counter/citizen_view.cpp" line="54"/>
        <source>over the standard</source>
        <translation>lewat standar</translation>
    </message>
    <message>
        <location filename="../counter/citizen_view.cpp" line="59"/>
        <source>called at %1</source>
        <translation>dipanggil pukul %1</translation>
    </message>
    <message numerus="yes">
        <location filename="../counter/citizen_view.cpp" line="63"/>
        <source>repeated %n times</source>
        <translation>
            <numerusform>diulang %n kali</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../counter/citizen_view.cpp" line="83"/>
        <source>BEING SERVED</source>
        <translation>SEDANG DILAYANI</translation>
    </message>
    <message>
        <location filename="../counter/citizen_view.cpp" line="83"/>
        <source>CALLED</source>
        <translation>DIPANGGIL</translation>
    </message>
    <message>
        <location filename="../counter/citizen_view.cpp" line="99"/>
        <source>waited %1</source>
        <translation>menunggu %1</translation>
    </message>
    <message>
        <location filename="../counter/citizen_view.cpp" line="105"/>
        <source>continued number</source>
        <translation>nomor lanjutan</translation>
    </message>
</context>
<context>
    <name>CitizenCard</name>
    <message>
        <location filename="../counter/CitizenCard.qml" line="111"/>
        <source>as declared: please confirm by looking</source>
        <translation>menurut pengunjung; mohon dipastikan</translation>
    </message>
    <message>
        <location filename="../counter/CitizenCard.qml" line="111"/>
        <source>confirmed by staff</source>
        <translation>sudah dipastikan petugas</translation>
    </message>
    <message>
        <location filename="../counter/CitizenCard.qml" line="141"/>
        <source>From the counter before: %1</source>
        <translation>Dari loket sebelumnya: %1</translation>
    </message>
    <message>
        <location filename="../counter/CitizenCard.qml" line="152"/>
        <source>To bring</source>
        <translation>Syarat</translation>
    </message>
</context>
<context>
    <name>CounterActs</name>
    <message>
        <location filename="../counter/CounterActs.qml" line="89"/>
        <source>Ctrl Z</source>
        <translation>Ctrl Z</translation>
    </message>
</context>
<context>
    <name>CounterChoices</name>
    <message>
        <location filename="../counter/CounterChoices.qml" line="104"/>
        <source>More below</source>
        <translation>Tampilkan lagi</translation>
    </message>
</context>
<context>
    <name>CounterFigures</name>
    <message>
        <location filename="../counter/CounterFigures.qml" line="52"/>
        <source>Served today</source>
        <translation>Dilayani hari ini</translation>
    </message>
    <message>
        <location filename="../counter/CounterFigures.qml" line="56"/>
        <source>Average service</source>
        <translation>Rata-rata layanan</translation>
    </message>
    <message>
        <location filename="../counter/CounterFigures.qml" line="60"/>
        <source>Over the standard</source>
        <translation>Lewat standar</translation>
    </message>
    <message>
        <location filename="../counter/CounterFigures.qml" line="65"/>
        <source>Parked now</source>
        <translation>Ditunda</translation>
    </message>
</context>
<context>
    <name>CounterTopBar</name>
    <message>
        <location filename="../counter/CounterTopBar.qml" line="65"/>
        <source>End the break</source>
        <translation>Akhiri istirahat</translation>
    </message>
    <message>
        <location filename="../counter/CounterTopBar.qml" line="65"/>
        <source>Break</source>
        <translation>Istirahat</translation>
    </message>
    <message>
        <location filename="../counter/CounterTopBar.qml" line="77"/>
        <source>%1, sign out</source>
        <translation>%1, keluar</translation>
    </message>
</context>
<context>
    <name>CounterWindow</name>
    <message>
        <location filename="../counter/CounterWindow.qml" line="18"/>
        <source>Counter</source>
        <translation>Loket</translation>
    </message>
</context>
<context>
    <name>CounterWords</name>
    <message>
        <location filename="../counter/counter_words.cpp" line="16"/>
        <location filename="../counter/counter_words.cpp" line="29"/>
        <source>Counter %1</source>
        <translation>Loket %1</translation>
    </message>
    <message numerus="yes">
        <location filename="../counter/counter_words.cpp" line="28"/>
        <source>%1, %n counters</source>
        <translation>
            <numerusform>%1, %n loket</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="78"/>
        <source>%1 goes on with a number that was left waiting on an earlier day, and is first today.</source>
        <translation>%1 melanjutkan nomor yang tertinggal menunggu pada hari sebelumnya, dan didahulukan hari ini.</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="80"/>
        <source>%1 has waited longest of all who may be called to this counter now.</source>
        <translation>%1 menunggu paling lama di antara semua yang boleh dipanggil ke loket ini sekarang.</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="82"/>
        <source>%1 has an appointment at %2.</source>
        <translation>%1 punya janji temu pukul %2.</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="86"/>
        <source>%1 belongs to a priority group (%2) and goes before ordinary numbers.</source>
        <translation>%1 termasuk kelompok prioritas (%2) dan didahulukan dari antrean biasa.</translation>
    </message>
    <message numerus="yes">
        <location filename="../counter/counter_words.cpp" line="65"/>
        <source>%1 has waited longer and is passed over at most %n times.</source>
        <translation>
            <numerusform>%1 menunggu lebih lama dan didahului paling banyak %n kali.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../counter/counter_words.cpp" line="90"/>
        <source>%n times somebody went before %1. That is the limit, so it is its turn now.</source>
        <translation>
            <numerusform>%1 sudah %n kali didahului nomor lain. Itu batasnya, jadi sekarang gilirannya.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="94"/>
        <source>%1 has an appointment at %2. It is not time yet, but nobody else is waiting.</source>
        <translation>%1 punya janji temu pukul %2. Belum waktunya, tetapi tidak ada lagi yang menunggu.</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="97"/>
        <source>%1 was missed and came back. It should let others go first, but nobody else is waiting.</source>
        <translation>%1 tadi terlewat lalu kembali. Seharusnya menunggu beberapa nomor lain, tetapi tidak ada lagi yang menunggu.</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="109"/>
        <source>is being served at %1</source>
        <translation>sedang dilayani di %1</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="110"/>
        <source>is called to %1</source>
        <translation>sedang dipanggil ke %1</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="115"/>
        <source>was finished at %1</source>
        <translation>sudah selesai pukul %1</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="116"/>
        <source>is finished</source>
        <translation>sudah selesai</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="119"/>
        <source>was cancelled</source>
        <translation>sudah dibatalkan</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="121"/>
        <source>is parked for %1</source>
        <translation>ditunda untuk %1</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="123"/>
        <source>was missed by %1</source>
        <translation>terlewat di %1</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="125"/>
        <source>is waiting for %1</source>
        <translation>menunggu untuk %1</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="133"/>
        <source>Undo: call of %1</source>
        <translation>Batalkan: panggilan %1</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="135"/>
        <source>Undo: start serving %1</source>
        <translation>Batalkan: mulai melayani %1</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="137"/>
        <source>Undo: finished %1</source>
        <translation>Batalkan: selesai %1</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="139"/>
        <source>Undo: no-show of %1</source>
        <translation>Batalkan: %1 tidak hadir</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="141"/>
        <source>Undo: parked %1</source>
        <translation>Batalkan: %1 ditunda</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="143"/>
        <source>Undo: %1 back to the queue</source>
        <translation>Batalkan: %1 kembali ke antrean</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="145"/>
        <source>Undo: transfer of %1</source>
        <translation>Batalkan: pengalihan %1</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="147"/>
        <source>Undo: return of %1 to the queue</source>
        <translation>Batalkan: pengembalian %1 ke antrean</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="149"/>
        <source>Undo: cancelled errand of %1</source>
        <translation>Batalkan: pembatalan urusan %1</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="151"/>
        <source>Undo: take-over of %1</source>
        <translation>Batalkan: ambil alih %1</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="153"/>
        <source>Undo: reopened %1</source>
        <translation>Batalkan: pembukaan kembali %1</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="160"/>
        <source>Counter</source>
        <comment>way of service</comment>
        <translation>Loket</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="160"/>
        <source>MPP Digital</source>
        <translation>MPP Digital</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="167"/>
        <source>Wheelchair</source>
        <translation>Kursi roda</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="169"/>
        <source>To be fetched by staff</source>
        <translation>Dijemput petugas</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="171"/>
        <source>Sign language</source>
        <translation>Bahasa isyarat</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="173"/>
        <source>In writing</source>
        <translation>Secara tertulis</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="195"/>
        <source>Appointment %1</source>
        <translation>Janji temu %1</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="202"/>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="204"/>
        <source>Document issued</source>
        <translation>Dokumen terbit</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="206"/>
        <source>Documents missing</source>
        <translation>Berkas kurang</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="208"/>
        <source>Refused</source>
        <translation>Ditolak</translation>
    </message>
    <message>
        <location filename="../counter/counter_words.cpp" line="210"/>
        <source>Referred elsewhere</source>
        <translation>Dirujuk ke tempat lain</translation>
    </message>
</context>
<context>
    <name>DeskPage</name>
    <message>
        <location filename="../counter/DeskPage.qml" line="65"/>
        <source>Counter</source>
        <translation>Loket</translation>
    </message>
    <message>
        <location filename="../counter/DeskPage.qml" line="74"/>
        <source>Queue</source>
        <translation>Antrean</translation>
    </message>
    <message>
        <location filename="../counter/DeskPage.qml" line="84"/>
        <source>Staff</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <location filename="../counter/DeskPage.qml" line="130"/>
        <source>More below</source>
        <translation>Tampilkan lagi</translation>
    </message>
</context>
<context>
    <name>DeskSheets</name>
    <message>
        <location filename="../counter/DeskSheets.qml" line="59"/>
        <source>Understood</source>
        <translation>Mengerti</translation>
    </message>
    <message>
        <location filename="../counter/DeskSheets.qml" line="67"/>
        <source>Close %1 and sign out?</source>
        <translation>Tutup %1 dan keluar?</translation>
    </message>
    <message>
        <location filename="../counter/DeskSheets.qml" line="80"/>
        <source>Stay</source>
        <translation>Tetap di sini</translation>
    </message>
    <message>
        <location filename="../counter/DeskSheets.qml" line="88"/>
        <source>Close and sign out</source>
        <translation>Tutup dan keluar</translation>
    </message>
</context>
<context>
    <name>DeskWords</name>
    <message>
        <location filename="../counter/desk_view_model.cpp" line="71"/>
        <source>You are on a break</source>
        <translation>Anda sedang istirahat</translation>
    </message>
    <message>
        <location filename="../counter/desk_view_model.cpp" line="71"/>
        <source>Nobody has been called yet</source>
        <translation>Belum ada yang dipanggil</translation>
    </message>
    <message>
        <location filename="../counter/desk_view_model.cpp" line="77"/>
        <source>Nobody is called to this counter until the break is over.</source>
        <translation>Tidak ada yang dipanggil ke loket ini sampai istirahat selesai.</translation>
    </message>
    <message>
        <location filename="../counter/desk_view_model.cpp" line="79"/>
        <source>Nobody is waiting for this counter. New numbers appear by themselves.</source>
        <translation>Tidak ada yang menunggu untuk loket ini. Nomor baru muncul dengan sendirinya.</translation>
    </message>
    <message>
        <location filename="../counter/desk_view_model.cpp" line="80"/>
        <source>Next in the queue</source>
        <translation>Berikutnya dalam antrean</translation>
    </message>
    <message>
        <location filename="../counter/desk_view_model.cpp" line="94"/>
        <source>Why is %1 next?</source>
        <translation>Mengapa %1 berikutnya?</translation>
    </message>
    <message>
        <location filename="../counter/desk_view_model.cpp" line="109"/>
        <source>Nobody is waiting for this counter.</source>
        <translation>Tidak ada yang menunggu untuk loket ini.</translation>
    </message>
    <message numerus="yes">
        <location filename="../counter/desk_view_model.cpp" line="110"/>
        <source>%n people are still waiting. They stay in the queue for your colleagues.</source>
        <translation>
            <numerusform>%n orang masih menunggu. Mereka tetap dalam antrean untuk rekan Anda.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FaceWords</name>
    <message>
        <location filename="../counter/counter_view_model.cpp" line="65"/>
        <source>This counter was closed or taken over from another machine.</source>
        <translation>Loket ini ditutup atau diambil alih dari komputer lain.</translation>
    </message>
    <message>
        <location filename="../counter/counter_view_model.cpp" line="93"/>
        <source>Connected, with a fault</source>
        <translation>Tersambung, ada gangguan</translation>
    </message>
    <message>
        <location filename="../counter/counter_view_model.cpp" line="94"/>
        <source>Connected</source>
        <translation>Tersambung</translation>
    </message>
    <message>
        <location filename="../counter/counter_view_model.cpp" line="96"/>
        <source>Connecting…</source>
        <translation>Menyambung…</translation>
    </message>
    <message>
        <location filename="../counter/counter_view_model.cpp" line="97"/>
        <source>Not connected since %1</source>
        <translation>Tidak tersambung sejak %1</translation>
    </message>
    <message numerus="yes">
        <location filename="../counter/counter_view_model.cpp" line="102"/>
        <source>%n waiting to be sent</source>
        <translation>
            <numerusform>%n menunggu dikirim</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../counter/counter_view_model.cpp" line="121"/>
        <source>The clock of this machine may be wrong. It shows %1, %2.</source>
        <translation>Jam mesin ini mungkin salah. Yang ditunjukkan: %1, pukul %2.</translation>
    </message>
    <message>
        <location filename="../counter/counter_view_model.cpp" line="128"/>
        <source>The lists show the last known state. Calls and acts may not arrive until the connection is back.</source>
        <translation>Daftar menunjukkan keadaan terakhir. Panggilan dan tindakan mungkin belum terkirim sampai sambungan pulih.</translation>
    </message>
    <message>
        <location filename="../counter/counter_view_model.cpp" line="143"/>
        <source>This machine&apos;s records contradict themselves</source>
        <translation>Catatan di komputer ini saling bertentangan</translation>
    </message>
    <message>
        <location filename="../counter/counter_view_model.cpp" line="146"/>
        <source>The queue cannot be reached yet</source>
        <translation>Antrean belum dapat dihubungi</translation>
    </message>
    <message>
        <location filename="../counter/counter_view_model.cpp" line="148"/>
        <source>This machine may not join the queue</source>
        <translation>Komputer ini belum boleh ikut antrean</translation>
    </message>
    <message>
        <location filename="../counter/counter_view_model.cpp" line="154"/>
        <source>Fetching the state of the queue…</source>
        <translation>Mengambil keadaan antrean…</translation>
    </message>
    <message>
        <location filename="../counter/counter_view_model.cpp" line="160"/>
        <source>Nothing more is shown, so that nobody is called wrongly. Please call the technician.</source>
        <translation>Tampilan dihentikan agar tidak ada yang salah dipanggil. Silakan hubungi teknisi.</translation>
    </message>
    <message>
        <location filename="../counter/counter_view_model.cpp" line="166"/>
        <source>It is tried again all the time; the counter opens here by itself.</source>
        <translation>Sambungan terus dicoba; loket akan terbuka sendiri di sini.</translation>
    </message>
    <message>
        <location filename="../counter/counter_view_model.cpp" line="190"/>
        <source>Date and time are right</source>
        <translation>Tanggal dan jam sudah benar</translation>
    </message>
</context>
<context>
    <name>LegActsSheet</name>
    <message>
        <location filename="../counter/LegActsSheet.qml" line="16"/>
        <source>Cancel %1?</source>
        <translation>Batalkan %1?</translation>
    </message>
    <message>
        <location filename="../counter/LegActsSheet.qml" line="17"/>
        <source>This errand ends for good. The citizen would need a new number.</source>
        <translation>Layanan ini berakhir untuk seterusnya. Pengunjung harus mengambil nomor baru.</translation>
    </message>
    <message>
        <location filename="../counter/LegActsSheet.qml" line="26"/>
        <source>Note: %1</source>
        <translation>Catatan: %1</translation>
    </message>
    <message>
        <location filename="../counter/LegActsSheet.qml" line="47"/>
        <source>Declared priority: %1</source>
        <translation>Prioritas menurut pengunjung: %1</translation>
    </message>
    <message>
        <location filename="../counter/LegActsSheet.qml" line="62"/>
        <source>Priority is right</source>
        <translation>Prioritas benar</translation>
    </message>
    <message>
        <location filename="../counter/LegActsSheet.qml" line="71"/>
        <source>Not priority</source>
        <translation>Bukan prioritas</translation>
    </message>
    <message>
        <location filename="../counter/LegActsSheet.qml" line="84"/>
        <source>Call this number</source>
        <translation>Panggil nomor ini</translation>
    </message>
    <message>
        <location filename="../counter/LegActsSheet.qml" line="103"/>
        <source>Back to the queue</source>
        <translation>Kembalikan ke antrean</translation>
    </message>
    <message>
        <location filename="../counter/LegActsSheet.qml" line="113"/>
        <source>Park</source>
        <translation>Tunda</translation>
    </message>
    <message>
        <location filename="../counter/LegActsSheet.qml" line="123"/>
        <source>No-show</source>
        <translation>Tidak hadir</translation>
    </message>
    <message>
        <location filename="../counter/LegActsSheet.qml" line="133"/>
        <source>Transfer</source>
        <translation>Alihkan</translation>
    </message>
    <message>
        <location filename="../counter/LegActsSheet.qml" line="142"/>
        <location filename="../counter/LegActsSheet.qml" line="173"/>
        <source>Cancel this errand</source>
        <translation>Batalkan layanan ini</translation>
    </message>
    <message>
        <location filename="../counter/LegActsSheet.qml" line="152"/>
        <source>Do nothing</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <location filename="../counter/LegActsSheet.qml" line="167"/>
        <source>Keep it</source>
        <translation>Jangan batalkan</translation>
    </message>
</context>
<context>
    <name>LegPanel</name>
    <message>
        <location filename="../counter/LegPanel.qml" line="35"/>
        <source>Waiting</source>
        <translation>Menunggu</translation>
    </message>
    <message>
        <location filename="../counter/LegPanel.qml" line="46"/>
        <source>Parked</source>
        <translation>Ditunda</translation>
    </message>
    <message>
        <location filename="../counter/LegPanel.qml" line="57"/>
        <source>Missed</source>
        <translation>Terlewat</translation>
    </message>
    <message>
        <location filename="../counter/LegPanel.qml" line="79"/>
        <source>More below</source>
        <translation>Tampilkan lagi</translation>
    </message>
    <message>
        <location filename="../counter/LegPanel.qml" line="92"/>
        <source>Nobody is waiting</source>
        <translation>Tidak ada yang menunggu</translation>
    </message>
    <message>
        <location filename="../counter/LegPanel.qml" line="93"/>
        <source>Nobody is parked</source>
        <translation>Tidak ada yang ditunda</translation>
    </message>
    <message>
        <location filename="../counter/LegPanel.qml" line="93"/>
        <source>Nobody was missed</source>
        <translation>Tidak ada yang terlewat</translation>
    </message>
    <message>
        <location filename="../counter/LegPanel.qml" line="94"/>
        <source>New numbers appear here by themselves.</source>
        <translation>Nomor baru muncul di sini dengan sendirinya.</translation>
    </message>
    <message>
        <location filename="../counter/LegPanel.qml" line="95"/>
        <source>Who must fetch a paper waits here.</source>
        <translation>Pengunjung yang melengkapi berkas menunggu di sini.</translation>
    </message>
    <message>
        <location filename="../counter/LegPanel.qml" line="96"/>
        <source>Who did not come when called waits here.</source>
        <translation>Pengunjung yang tidak datang saat dipanggil ada di sini.</translation>
    </message>
    <message>
        <location filename="../counter/LegPanel.qml" line="138"/>
        <source>Nobody can be called now</source>
        <translation>Belum ada yang dapat dipanggil</translation>
    </message>
    <message>
        <location filename="../counter/LegPanel.qml" line="148"/>
        <source>Call a number</source>
        <translation>Panggil nomor</translation>
    </message>
</context>
<context>
    <name>LegWords</name>
    <message>
        <location filename="../counter/leg_sheet_view_model.cpp" line="62"/>
        <source>came at %1, %2 ago</source>
        <translation>datang pukul %1, %2 yang lalu</translation>
    </message>
    <message>
        <location filename="../counter/leg_sheet_view_model.cpp" line="93"/>
        <source>Priority confirmed by staff: %1</source>
        <translation>Prioritas sudah dipastikan petugas: %1</translation>
    </message>
    <message>
        <location filename="../counter/leg_sheet_view_model.cpp" line="94"/>
        <source>Staff found no priority</source>
        <translation>Petugas memastikan: bukan prioritas</translation>
    </message>
</context>
<context>
    <name>NumberSheet</name>
    <message>
        <location filename="../counter/NumberSheet.qml" line="16"/>
        <source>Call a number</source>
        <translation>Panggil nomor</translation>
    </message>
    <message>
        <location filename="../counter/NumberSheet.qml" line="17"/>
        <source>Digits alone stand for %1.</source>
        <translation>Angka saja berarti awalan %1.</translation>
    </message>
    <message>
        <location filename="../counter/NumberSheet.qml" line="28"/>
        <source>Number, such as %1-012</source>
        <translation>Nomor, misalnya %1-012</translation>
    </message>
    <message>
        <location filename="../counter/NumberSheet.qml" line="71"/>
        <source>Space</source>
        <translation>Spasi</translation>
    </message>
    <message>
        <location filename="../counter/NumberSheet.qml" line="72"/>
        <source>Erase</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <location filename="../counter/NumberSheet.qml" line="73"/>
        <source>Call</source>
        <translation>Panggil</translation>
    </message>
    <message>
        <location filename="../counter/NumberSheet.qml" line="81"/>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>NumberWords</name>
    <message>
        <location filename="../counter/number_entry_view_model.cpp" line="118"/>
        <source>%1 (%2) %3.</source>
        <translation>%1 (%2) %3.</translation>
    </message>
    <message>
        <location filename="../counter/number_entry_view_model.cpp" line="161"/>
        <source>Take over from %1</source>
        <translation>Ambil alih dari %1</translation>
    </message>
    <message>
        <location filename="../counter/number_entry_view_model.cpp" line="181"/>
        <source>Serve again</source>
        <translation>Buka kembali</translation>
    </message>
    <message>
        <location filename="../counter/number_entry_view_model.cpp" line="190"/>
        <source>yesterday (%1)</source>
        <translation>kemarin (%1)</translation>
    </message>
    <message>
        <location filename="../counter/number_entry_view_model.cpp" line="194"/>
        <source>%1 of %2 was continued already, with %3.</source>
        <translation>%1 dari %2 sudah dilanjutkan dengan nomor %3.</translation>
    </message>
    <message>
        <location filename="../counter/number_entry_view_model.cpp" line="199"/>
        <source>%1 was left waiting %2.</source>
        <translation>%1 tertinggal menunggu %2.</translation>
    </message>
    <message>
        <location filename="../counter/number_entry_view_model.cpp" line="205"/>
        <source>Give a number to continue</source>
        <translation>Beri nomor lanjutan</translation>
    </message>
    <message>
        <location filename="../counter/number_entry_view_model.cpp" line="270"/>
        <source>Tell or write down the new number. It is among the first today.</source>
        <translation>Sebutkan atau tuliskan nomor barunya. Nomor ini termasuk yang pertama hari ini.</translation>
    </message>
</context>
<context>
    <name>OutcomeButton</name>
    <message>
        <location filename="../counter/OutcomeButton.qml" line="15"/>
        <source>Outcome: %1</source>
        <translation>Hasil: %1</translation>
    </message>
    <message>
        <location filename="../counter/OutcomeButton.qml" line="17"/>
        <source>Shift F8</source>
        <translation>Shift F8</translation>
    </message>
</context>
<context>
    <name>OutcomeSheet</name>
    <message>
        <location filename="../counter/OutcomeSheet.qml" line="18"/>
        <source>How did the service end?</source>
        <translation>Bagaimana hasil layanannya?</translation>
    </message>
    <message>
        <location filename="../counter/OutcomeSheet.qml" line="19"/>
        <source>It is recorded when you finish. Without a choice it is &quot;%1&quot;.</source>
        <translation>Dicatat saat Anda menekan Selesai. Tanpa pilihan, hasilnya &quot;%1&quot;.</translation>
    </message>
    <message>
        <location filename="../counter/OutcomeSheet.qml" line="32"/>
        <source>Way</source>
        <translation>Cara</translation>
    </message>
    <message>
        <location filename="../counter/OutcomeSheet.qml" line="63"/>
        <location filename="../counter/OutcomeSheet.qml" line="69"/>
        <source>Quantity</source>
        <translation>Jumlah</translation>
    </message>
</context>
<context>
    <name>PinSheet</name>
    <message>
        <location filename="../counter/PinSheet.qml" line="29"/>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <location filename="../counter/PinSheet.qml" line="51"/>
        <source>Space</source>
        <translation>Spasi</translation>
    </message>
    <message>
        <location filename="../counter/PinSheet.qml" line="52"/>
        <source>Erase</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <location filename="../counter/PinSheet.qml" line="53"/>
        <source>Go on</source>
        <translation>Lanjut</translation>
    </message>
    <message>
        <location filename="../counter/PinSheet.qml" line="61"/>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
</context>
<context>
    <name>PinWords</name>
    <message>
        <location filename="../counter/pin_entry_view_model.cpp" line="40"/>
        <source>A PIN of your own</source>
        <translation>PIN milik Anda sendiri</translation>
    </message>
    <message>
        <location filename="../counter/pin_entry_view_model.cpp" line="47"/>
        <source>The one you were given is for once. Choose six digits or more that nobody guesses.</source>
        <translation>PIN yang Anda terima hanya untuk sekali pakai. Pilih enam angka atau lebih yang tidak mudah ditebak.</translation>
    </message>
    <message>
        <location filename="../counter/pin_entry_view_model.cpp" line="50"/>
        <source>Once more, so that it is surely what you meant.</source>
        <translation>Ketik sekali lagi, supaya pasti sesuai maksud Anda.</translation>
    </message>
    <message>
        <location filename="../counter/pin_entry_view_model.cpp" line="54"/>
        <source>Type your PIN.</source>
        <translation>Ketik PIN Anda.</translation>
    </message>
    <message>
        <location filename="../counter/pin_entry_view_model.cpp" line="90"/>
        <source>The two were not the same.</source>
        <translation>Keduanya tidak sama.</translation>
    </message>
</context>
<context>
    <name>QuantityStepper</name>
    <message>
        <location filename="../counter/QuantityStepper.qml" line="61"/>
        <source>One less</source>
        <translation>Kurangi satu</translation>
    </message>
    <message>
        <location filename="../counter/QuantityStepper.qml" line="86"/>
        <source>One more</source>
        <translation>Tambah satu</translation>
    </message>
</context>
<context>
    <name>RowWords</name>
    <message>
        <location filename="../counter/desk_lists.cpp" line="43"/>
        <source>No priority, says staff</source>
        <translation>Bukan prioritas (dicek petugas)</translation>
    </message>
    <message>
        <location filename="../counter/desk_lists.cpp" line="48"/>
        <source>Continued number</source>
        <translation>Nomor lanjutan</translation>
    </message>
    <message>
        <location filename="../counter/desk_lists.cpp" line="53"/>
        <source>now at %1</source>
        <translation>sedang di %1</translation>
    </message>
    <message>
        <location filename="../counter/desk_lists.cpp" line="56"/>
        <source>came back, lets others go first</source>
        <translation>kembali, menunggu beberapa nomor</translation>
    </message>
    <message>
        <location filename="../counter/desk_lists.cpp" line="59"/>
        <source>Over the waiting limit</source>
        <translation>Lewat batas tunggu</translation>
    </message>
    <message>
        <location filename="../counter/desk_lists.cpp" line="61"/>
        <source>Ordinary queue</source>
        <translation>Antrean biasa</translation>
    </message>
    <message numerus="yes">
        <location filename="../counter/desk_lists.cpp" line="67"/>
        <source>%n more</source>
        <translation>
            <numerusform>%n lagi</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <location filename="../counter/SignInPage.qml" line="83"/>
        <source>Which counter do you open?</source>
        <translation>Loket mana yang Anda buka?</translation>
    </message>
    <message>
        <location filename="../counter/SignInPage.qml" line="83"/>
        <source>Who sits here?</source>
        <translation>Siapa yang bertugas di sini?</translation>
    </message>
    <message>
        <location filename="../counter/SignInPage.qml" line="84"/>
        <source>A counter with a name on it is in use.</source>
        <translation>Loket yang ada namanya sedang dipakai.</translation>
    </message>
    <message>
        <location filename="../counter/SignInPage.qml" line="86"/>
        <source>Another counter</source>
        <translation>Loket lain</translation>
    </message>
    <message>
        <location filename="../counter/SignInPage.qml" line="124"/>
        <source>No staff are registered yet</source>
        <translation>Belum ada petugas terdaftar</translation>
    </message>
    <message>
        <location filename="../counter/SignInPage.qml" line="125"/>
        <source>Ask the manager to register you; your name then appears here.</source>
        <translation>Minta pengelola mendaftarkan Anda; nama Anda akan muncul di sini.</translation>
    </message>
    <message>
        <location filename="../counter/SignInPage.qml" line="141"/>
        <source>Take over %1?</source>
        <translation>Ambil alih %1?</translation>
    </message>
    <message>
        <location filename="../counter/SignInPage.qml" line="157"/>
        <source>Leave it</source>
        <translation>Jangan</translation>
    </message>
    <message>
        <location filename="../counter/SignInPage.qml" line="163"/>
        <source>Take over</source>
        <translation>Ambil alih</translation>
    </message>
</context>
<context>
    <name>SignInWords</name>
    <message>
        <location filename="../counter/sign_in_view_model.cpp" line="78"/>
        <source>%1 is signed in at %2 and may have forgotten to close it.</source>
        <translation>%1 masih tercatat di %2 dan mungkin lupa menutupnya.</translation>
    </message>
    <message>
        <location filename="../counter/sign_in_view_model.cpp" line="82"/>
        <source>If you take over, that sign-in ends.</source>
        <translation>Jika Anda mengambil alih, tugasnya di loket ini berakhir.</translation>
    </message>
    <message>
        <location filename="../counter/sign_in_view_model.cpp" line="84"/>
        <source>If you take over, that sign-in ends, and %1 goes back to its place in the queue.</source>
        <translation>Jika Anda mengambil alih, tugasnya di loket ini berakhir dan %1 kembali ke tempatnya dalam antrean.</translation>
    </message>
    <message>
        <location filename="../counter/sign_in_view_model.cpp" line="114"/>
        <source>Nobody here</source>
        <translation>Kosong</translation>
    </message>
    <message>
        <location filename="../counter/sign_in_view_model.cpp" line="115"/>
        <source>%1, on a break</source>
        <translation>%1, istirahat</translation>
    </message>
    <message>
        <location filename="../counter/sign_in_view_model.cpp" line="142"/>
        <source>Signed in here</source>
        <translation>Bertugas di sini</translation>
    </message>
    <message>
        <location filename="../counter/sign_in_view_model.cpp" line="143"/>
        <source>Signed in at %1</source>
        <translation>Bertugas di %1</translation>
    </message>
</context>
<context>
    <name>StaffPanel</name>
    <message>
        <location filename="../counter/StaffPanel.qml" line="29"/>
        <source>End the break</source>
        <translation>Akhiri istirahat</translation>
    </message>
    <message>
        <location filename="../counter/StaffPanel.qml" line="29"/>
        <source>Break</source>
        <translation>Istirahat</translation>
    </message>
    <message>
        <location filename="../counter/StaffPanel.qml" line="38"/>
        <source>Sign out</source>
        <translation>Keluar</translation>
    </message>
</context>
<context>
    <name>TransferSheet</name>
    <message>
        <location filename="../counter/TransferSheet.qml" line="18"/>
        <source>Transfer %1</source>
        <translation>Alihkan %1</translation>
    </message>
    <message>
        <location filename="../counter/TransferSheet.qml" line="19"/>
        <source>Now: %1. The citizen keeps the number and the time of arrival.</source>
        <translation>Sekarang: %1. Nomor dan waktu kedatangan tetap.</translation>
    </message>
    <message>
        <location filename="../counter/TransferSheet.qml" line="29"/>
        <source>Find a service or an agency</source>
        <translation>Cari layanan atau instansi</translation>
    </message>
    <message>
        <location filename="../counter/TransferSheet.qml" line="55"/>
        <source>More below</source>
        <translation>Tampilkan lagi</translation>
    </message>
    <message>
        <location filename="../counter/TransferSheet.qml" line="67"/>
        <source>Chosen</source>
        <translation>Dipilih</translation>
    </message>
    <message>
        <location filename="../counter/TransferSheet.qml" line="79"/>
        <source>No service is called that.</source>
        <translation>Tidak ada layanan dengan nama itu.</translation>
    </message>
    <message>
        <location filename="../counter/TransferSheet.qml" line="89"/>
        <source>Note for the next counter (no personal data)</source>
        <translation>Catatan untuk loket berikutnya (tanpa data pribadi)</translation>
    </message>
    <message>
        <location filename="../counter/TransferSheet.qml" line="109"/>
        <source>Do not transfer</source>
        <translation>Jangan alihkan</translation>
    </message>
    <message>
        <location filename="../counter/TransferSheet.qml" line="115"/>
        <source>Transfer</source>
        <translation>Alihkan</translation>
    </message>
</context>
<context>
    <name>TransferWords</name>
    <message numerus="yes">
        <location filename="../counter/transfer_view_model.cpp" line="67"/>
        <source>%n characters too long</source>
        <translation>
            <numerusform>Kelebihan %n karakter</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../counter/transfer_view_model.cpp" line="69"/>
        <source>Letters, digits and signs only</source>
        <translation>Hanya huruf, angka, dan tanda baca</translation>
    </message>
</context>
</TS>
