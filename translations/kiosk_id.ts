<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id_ID" sourcelanguage="en">
<context>
    <name>AgenciesPage</name>
    <message>
        <location filename="../kiosk/AgenciesPage.qml" line="13"/>
        <source>Choose an agency</source>
        <translation>Pilih instansi</translation>
    </message>
    <message>
        <location filename="../kiosk/AgenciesPage.qml" line="14"/>
        <source>To read requirements and fees</source>
        <translation>Untuk melihat syarat dan biaya</translation>
    </message>
    <message>
        <location filename="../kiosk/AgenciesPage.qml" line="26"/>
        <source>Show more</source>
        <translation>Tampilkan lagi</translation>
    </message>
</context>
<context>
    <name>AgencyListModel</name>
    <message>
        <location filename="../kiosk/agency_list_model.cpp" line="82"/>
        <source>No queue</source>
        <translation>Tanpa antrean</translation>
    </message>
    <message>
        <location filename="../kiosk/agency_list_model.cpp" line="83"/>
        <source>%1 waiting</source>
        <translation>%1 menunggu</translation>
    </message>
</context>
<context>
    <name>BasketStrip</name>
    <message>
        <location filename="../kiosk/BasketStrip.qml" line="32"/>
        <source>On your ticket</source>
        <translation>Dalam nomor antrean Anda</translation>
    </message>
    <message>
        <location filename="../kiosk/BasketStrip.qml" line="52"/>
        <source>Remove %1</source>
        <translation>Hapus %1</translation>
    </message>
    <message>
        <location filename="../kiosk/BasketStrip.qml" line="62"/>
        <source>Take the number now</source>
        <translation>Ambil nomor sekarang</translation>
    </message>
</context>
<context>
    <name>ClosedCard</name>
    <message>
        <location filename="../kiosk/ClosedCard.qml" line="30"/>
        <source>No numbers right now</source>
        <translation>Nomor antrean belum tersedia</translation>
    </message>
    <message>
        <location filename="../kiosk/ClosedCard.qml" line="41"/>
        <source>You can already read what to bring.</source>
        <translation>Syarat dan biaya sudah bisa dilihat.</translation>
    </message>
</context>
<context>
    <name>KioskBar</name>
    <message>
        <location filename="../kiosk/KioskBar.qml" line="42"/>
        <source>Text &amp;
contrast</source>
        <translation>Tulisan &amp;
kontras</translation>
    </message>
    <message>
        <location filename="../kiosk/KioskBar.qml" line="42"/>
        <source>Text</source>
        <translation>Tulisan</translation>
    </message>
    <message>
        <location filename="../kiosk/KioskBar.qml" line="52"/>
        <source>Raise
the screen</source>
        <translation>Naikkan
layar</translation>
    </message>
    <message>
        <location filename="../kiosk/KioskBar.qml" line="52"/>
        <source>Lower
the screen</source>
        <translation>Turunkan
layar</translation>
    </message>
    <message>
        <location filename="../kiosk/KioskBar.qml" line="52"/>
        <source>Raise</source>
        <translation>Naik</translation>
    </message>
    <message>
        <location filename="../kiosk/KioskBar.qml" line="52"/>
        <source>Lower</source>
        <translation>Turun</translation>
    </message>
    <message>
        <location filename="../kiosk/KioskBar.qml" line="63"/>
        <source>Ask
staff</source>
        <translation>Bantuan
petugas</translation>
    </message>
    <message>
        <location filename="../kiosk/KioskBar.qml" line="63"/>
        <source>Help</source>
        <translation>Petugas</translation>
    </message>
</context>
<context>
    <name>KioskPage</name>
    <message>
        <location filename="../kiosk/KioskPage.qml" line="35"/>
        <location filename="../kiosk/KioskPage.qml" line="44"/>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
</context>
<context>
    <name>KioskSheets</name>
    <message>
        <location filename="../kiosk/KioskSheets.qml" line="21"/>
        <source>Text &amp; contrast</source>
        <translation>Tulisan &amp; kontras</translation>
    </message>
    <message>
        <location filename="../kiosk/KioskSheets.qml" line="22"/>
        <source>Only for you, until you are done.</source>
        <translation>Hanya untuk Anda, sampai Anda selesai.</translation>
    </message>
    <message>
        <location filename="../kiosk/KioskSheets.qml" line="31"/>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <location filename="../kiosk/KioskSheets.qml" line="43"/>
        <source>Staff will gladly help you</source>
        <translation>Petugas siap membantu Anda</translation>
    </message>
    <message>
        <location filename="../kiosk/KioskSheets.qml" line="49"/>
        <source>Back to the kiosk</source>
        <translation>Kembali ke layar</translation>
    </message>
    <message>
        <location filename="../kiosk/KioskSheets.qml" line="59"/>
        <source>Are you still there?</source>
        <translation>Masih di sini?</translation>
    </message>
    <message>
        <location filename="../kiosk/KioskSheets.qml" line="60"/>
        <source>In %1 seconds the kiosk starts again from the first page.</source>
        <translation>Dalam %1 detik layar kembali ke awal.</translation>
    </message>
    <message>
        <location filename="../kiosk/KioskSheets.qml" line="71"/>
        <source>Yes, more time please</source>
        <translation>Ya, tambah waktu</translation>
    </message>
    <message>
        <location filename="../kiosk/KioskSheets.qml" line="77"/>
        <source>I am done</source>
        <translation>Saya sudah selesai</translation>
    </message>
    <message>
        <location filename="../kiosk/KioskSheets.qml" line="93"/>
        <source>Staff can help: %1.</source>
        <translation>Petugas dapat membantu: %1.</translation>
    </message>
    <message>
        <location filename="../kiosk/KioskSheets.qml" line="102"/>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <location filename="../kiosk/KioskSheets.qml" line="110"/>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
</context>
<context>
    <name>KioskViewModel</name>
    <message>
        <location filename="../kiosk/kiosk_view_model_site.cpp" line="167"/>
        <source>Take a number for %1 services</source>
        <translation>Ambil nomor untuk %1 layanan</translation>
    </message>
    <message>
        <location filename="../kiosk/kiosk_view_model_site.cpp" line="168"/>
        <source>Take a number for this service</source>
        <translation>Ambil nomor untuk layanan ini</translation>
    </message>
    <message>
        <location filename="../kiosk/kiosk_view_model_site.cpp" line="169"/>
        <source>Take a number</source>
        <translation>Ambil nomor</translation>
    </message>
</context>
<context>
    <name>NeedListModel</name>
    <message>
        <location filename="../kiosk/need_list_model.cpp" line="19"/>
        <source>I use a wheelchair</source>
        <translation>Saya memakai kursi roda</translation>
    </message>
    <message>
        <location filename="../kiosk/need_list_model.cpp" line="20"/>
        <source>Please fetch me when I am called</source>
        <translation>Mohon dijemput saat dipanggil</translation>
    </message>
    <message>
        <location filename="../kiosk/need_list_model.cpp" line="22"/>
        <source>Sign language</source>
        <translation>Bahasa isyarat</translation>
    </message>
    <message>
        <location filename="../kiosk/need_list_model.cpp" line="23"/>
        <source>In writing</source>
        <translation>Secara tertulis</translation>
    </message>
</context>
<context>
    <name>PriorityPage</name>
    <message>
        <location filename="../kiosk/PriorityPage.qml" line="15"/>
        <source>Does any of these apply to you?</source>
        <translation>Apakah Anda termasuk…</translation>
    </message>
    <message>
        <location filename="../kiosk/PriorityPage.qml" line="16"/>
        <source>Touch all that apply. You will be served earlier.</source>
        <translation>Sentuh semua yang sesuai. Anda akan didahulukan.</translation>
    </message>
    <message>
        <location filename="../kiosk/PriorityPage.qml" line="22"/>
        <source>Show more</source>
        <translation>Tampilkan lagi</translation>
    </message>
    <message>
        <location filename="../kiosk/PriorityPage.qml" line="66"/>
        <source>Do you need help?</source>
        <translation>Perlu bantuan?</translation>
    </message>
    <message>
        <location filename="../kiosk/PriorityPage.qml" line="105"/>
        <source>Staff will confirm it at the counter. Nothing of it is shown on the displays.</source>
        <translation>Petugas akan memastikannya di loket. Tidak ditampilkan di layar panggilan.</translation>
    </message>
    <message>
        <location filename="../kiosk/PriorityPage.qml" line="118"/>
        <source>Yes, take a priority number</source>
        <translation>Ya, ambil nomor prioritas</translation>
    </message>
    <message>
        <location filename="../kiosk/PriorityPage.qml" line="128"/>
        <source>No, the ordinary queue</source>
        <translation>Tidak, antrean biasa</translation>
    </message>
</context>
<context>
    <name>ReadingChoices</name>
    <message>
        <location filename="../kiosk/ReadingChoices.qml" line="18"/>
        <source>Text size</source>
        <translation>Ukuran tulisan</translation>
    </message>
    <message>
        <location filename="../kiosk/ReadingChoices.qml" line="34"/>
        <source>%1 percent</source>
        <translation>%1 persen</translation>
    </message>
    <message>
        <location filename="../kiosk/ReadingChoices.qml" line="43"/>
        <source>Contrast</source>
        <translation>Kontras</translation>
    </message>
    <message>
        <location filename="../kiosk/ReadingChoices.qml" line="56"/>
        <source>Normal</source>
        <translation>Biasa</translation>
    </message>
    <message>
        <location filename="../kiosk/ReadingChoices.qml" line="64"/>
        <source>Strong</source>
        <translation>Tinggi</translation>
    </message>
</context>
<context>
    <name>SearchButton</name>
    <message>
        <location filename="../kiosk/SearchButton.qml" line="10"/>
        <source>Search: ID card, passport, clean water…</source>
        <translation>Cari: KTP, paspor, air bersih…</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <location filename="../kiosk/SearchPage.qml" line="34"/>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <location filename="../kiosk/SearchPage.qml" line="42"/>
        <source>ID card, passport, clean water…</source>
        <translation>KTP, paspor, air bersih…</translation>
    </message>
    <message>
        <location filename="../kiosk/SearchPage.qml" line="42"/>
        <source>ID card…</source>
        <translation>KTP, paspor…</translation>
    </message>
    <message>
        <location filename="../kiosk/SearchPage.qml" line="43"/>
        <source>Search for a service</source>
        <translation>Cari layanan</translation>
    </message>
    <message>
        <location filename="../kiosk/SearchPage.qml" line="44"/>
        <source>Clear</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <location filename="../kiosk/SearchPage.qml" line="65"/>
        <location filename="../kiosk/SearchPage.qml" line="83"/>
        <source>Show more</source>
        <translation>Tampilkan lagi</translation>
    </message>
    <message>
        <location filename="../kiosk/SearchPage.qml" line="97"/>
        <source>Nothing found</source>
        <translation>Tidak ditemukan</translation>
    </message>
    <message>
        <location filename="../kiosk/SearchPage.qml" line="97"/>
        <source>What do you need?</source>
        <translation>Apa keperluan Anda?</translation>
    </message>
    <message>
        <location filename="../kiosk/SearchPage.qml" line="98"/>
        <source>Try another word, or ask staff: %1.</source>
        <translation>Coba kata lain, atau tanyakan kepada petugas: %1.</translation>
    </message>
    <message>
        <location filename="../kiosk/SearchPage.qml" line="99"/>
        <source>Type part of a name: an ID card, a licence, an agency.</source>
        <translation>Ketik sebagian nama layanan atau instansi, misalnya KTP.</translation>
    </message>
    <message>
        <location filename="../kiosk/SearchPage.qml" line="107"/>
        <source>Space</source>
        <translation>Spasi</translation>
    </message>
    <message>
        <location filename="../kiosk/SearchPage.qml" line="108"/>
        <source>Erase</source>
        <translation>Hapus huruf</translation>
    </message>
    <message>
        <location filename="../kiosk/SearchPage.qml" line="109"/>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
    <message>
        <location filename="../kiosk/SearchPage.qml" line="119"/>
        <source>Type again</source>
        <translation>Ketik lagi</translation>
    </message>
</context>
<context>
    <name>ServicePage</name>
    <message>
        <location filename="../kiosk/ServicePage.qml" line="19"/>
        <source>Show more</source>
        <translation>Tampilkan lagi</translation>
    </message>
    <message>
        <location filename="../kiosk/ServicePage.qml" line="43"/>
        <source>Here is what to bring when it is open.</source>
        <translation>Di bawah ini yang perlu disiapkan saat layanan buka.</translation>
    </message>
    <message>
        <location filename="../kiosk/ServicePage.qml" line="48"/>
        <source>Which is yours?</source>
        <translation>Yang mana keperluan Anda?</translation>
    </message>
    <message>
        <location filename="../kiosk/ServicePage.qml" line="72"/>
        <source>What to bring</source>
        <translation>Yang perlu disiapkan</translation>
    </message>
    <message>
        <location filename="../kiosk/ServicePage.qml" line="95"/>
        <source>Choose above, and it will be listed here.</source>
        <translation>Pilih di atas, lalu daftarnya tampil di sini.</translation>
    </message>
    <message>
        <location filename="../kiosk/ServicePage.qml" line="96"/>
        <source>Nothing in particular.</source>
        <translation>Tidak ada yang khusus.</translation>
    </message>
    <message>
        <location filename="../kiosk/ServicePage.qml" line="110"/>
        <source>Fee</source>
        <translation>Biaya</translation>
    </message>
    <message>
        <location filename="../kiosk/ServicePage.qml" line="122"/>
        <source>Expected wait</source>
        <translation>Perkiraan tunggu</translation>
    </message>
    <message>
        <location filename="../kiosk/ServicePage.qml" line="133"/>
        <source>Ahead of you</source>
        <translation>Di depan Anda</translation>
    </message>
    <message>
        <location filename="../kiosk/ServicePage.qml" line="144"/>
        <source>At the counter</source>
        <translation>Dilayani</translation>
    </message>
    <message>
        <location filename="../kiosk/ServicePage.qml" line="159"/>
        <location filename="../kiosk/ServicePage.qml" line="170"/>
        <source>Add another service</source>
        <translation>Tambah layanan lain</translation>
    </message>
</context>
<context>
    <name>ServiceRow</name>
    <message>
        <location filename="../kiosk/ServiceRow.qml" line="7"/>
        <source>See what to bring</source>
        <translation>Lihat syarat</translation>
    </message>
</context>
<context>
    <name>ServiceView</name>
    <message>
        <location filename="../kiosk/service_view.cpp" line="38"/>
        <source>±%1 minutes</source>
        <translation>±%1 menit</translation>
    </message>
</context>
<context>
    <name>ServicesPage</name>
    <message>
        <location filename="../kiosk/ServicesPage.qml" line="13"/>
        <source>Choose a service</source>
        <translation>Pilih layanan</translation>
    </message>
    <message>
        <location filename="../kiosk/ServicesPage.qml" line="28"/>
        <source>Show more</source>
        <translation>Tampilkan lagi</translation>
    </message>
</context>
<context>
    <name>TicketErrands</name>
    <message>
        <location filename="../kiosk/TicketErrands.qml" line="56"/>
        <source>Expected wait</source>
        <translation>Perkiraan tunggu</translation>
    </message>
    <message>
        <location filename="../kiosk/TicketErrands.qml" line="65"/>
        <source>Ahead of you</source>
        <translation>Di depan Anda</translation>
    </message>
    <message>
        <location filename="../kiosk/TicketErrands.qml" line="74"/>
        <source>Waiting room</source>
        <translation>Ruang tunggu</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <location filename="../kiosk/TicketPage.qml" line="33"/>
        <source>Show more</source>
        <translation>Tampilkan lagi</translation>
    </message>
    <message>
        <location filename="../kiosk/TicketPage.qml" line="49"/>
        <source>YOUR QUEUE NUMBER</source>
        <translation>NOMOR ANTREAN ANDA</translation>
    </message>
    <message>
        <location filename="../kiosk/TicketPage.qml" line="112"/>
        <source>What to have ready</source>
        <translation>Yang perlu Anda siapkan</translation>
    </message>
    <message>
        <location filename="../kiosk/TicketPage.qml" line="97"/>
        <location filename="../kiosk/TicketPage.qml" line="155"/>
        <source>Print again</source>
        <translation>Cetak ulang</translation>
    </message>
    <message>
        <location filename="../kiosk/TicketPage.qml" line="105"/>
        <location filename="../kiosk/TicketPage.qml" line="163"/>
        <source>More time</source>
        <translation>Tambah waktu</translation>
    </message>
    <message>
        <location filename="../kiosk/TicketPage.qml" line="171"/>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <location filename="../kiosk/TicketPage.qml" line="184"/>
        <source>Back to the first page in %1 seconds</source>
        <translation>Layar kembali ke awal dalam %1 detik</translation>
    </message>
</context>
<context>
    <name>TicketView</name>
    <message>
        <location filename="../kiosk/ticket_view.cpp" line="22"/>
        <source>floor %1</source>
        <translation>lantai %1</translation>
    </message>
    <message>
        <location filename="../kiosk/ticket_view.cpp" line="102"/>
        <source>Follow it on your phone</source>
        <translation>Pantau dari ponsel</translation>
    </message>
    <message>
        <location filename="../kiosk/ticket_view.cpp" line="103"/>
        <source>You may wait outside and watch your turn on your phone. Without one: listen for your number.</source>
        <translation>Boleh menunggu di luar sambil memantau ponsel. Tanpa ponsel: dengarkan panggilan nomor Anda.</translation>
    </message>
    <message>
        <location filename="../kiosk/ticket_view.cpp" line="106"/>
        <source>Show this code to staff</source>
        <translation>Tunjukkan kode ini kepada petugas</translation>
    </message>
    <message>
        <location filename="../kiosk/ticket_view.cpp" line="107"/>
        <source>They scan it when it is your turn. Your number will be called and shown on the displays.</source>
        <translation>Petugas memindainya saat giliran Anda. Nomor Anda akan dipanggil dan tampil di layar.</translation>
    </message>
    <message>
        <location filename="../kiosk/ticket_view.cpp" line="120"/>
        <source>Printing…</source>
        <translation>Sedang mencetak…</translation>
    </message>
    <message>
        <location filename="../kiosk/ticket_view.cpp" line="121"/>
        <source>Your number is already in the queue.</source>
        <translation>Nomor Anda sudah masuk antrean.</translation>
    </message>
    <message>
        <location filename="../kiosk/ticket_view.cpp" line="125"/>
        <source>The paper takes longer</source>
        <translation>Kertas belum keluar</translation>
    </message>
    <message>
        <location filename="../kiosk/ticket_view.cpp" line="126"/>
        <source>Please remember your number. It counts without paper too.</source>
        <translation>Ingat nomor ini. Nomor tetap berlaku tanpa kertas.</translation>
    </message>
    <message>
        <location filename="../kiosk/ticket_view.cpp" line="132"/>
        <source>Please take your paper</source>
        <translation>Silakan ambil kertas Anda</translation>
    </message>
    <message>
        <location filename="../kiosk/ticket_view.cpp" line="133"/>
        <source>Below the screen</source>
        <translation>Di bawah layar</translation>
    </message>
    <message>
        <location filename="../kiosk/ticket_view.cpp" line="138"/>
        <source>Your number is ready</source>
        <translation>Nomor Anda sudah jadi</translation>
    </message>
    <message>
        <location filename="../kiosk/ticket_view.cpp" line="140"/>
        <source>No paper came out? Remember this number, or touch Print again.</source>
        <translation>Kertas tidak keluar? Ingat nomor ini, atau tekan Cetak ulang.</translation>
    </message>
    <message>
        <location filename="../kiosk/ticket_view.cpp" line="142"/>
        <source>No paper came out? Remember this number. It counts without paper too.</source>
        <translation>Kertas tidak keluar? Ingat nomor ini. Nomor tetap berlaku tanpa kertas.</translation>
    </message>
    <message>
        <location filename="../kiosk/ticket_view.cpp" line="147"/>
        <source>The paper did not come out</source>
        <translation>Kertas tidak keluar</translation>
    </message>
    <message>
        <location filename="../kiosk/ticket_view.cpp" line="148"/>
        <source>Your number counts all the same. Please remember it, or ask staff: %1.</source>
        <translation>Nomor Anda tetap berlaku. Ingat nomor ini, atau tanyakan kepada petugas: %1.</translation>
    </message>
</context>
<context>
    <name>WaitVeil</name>
    <message>
        <location filename="../kiosk/WaitVeil.qml" line="39"/>
        <source>One moment…</source>
        <translation>Sebentar…</translation>
    </message>
    <message>
        <location filename="../kiosk/WaitVeil.qml" line="40"/>
        <source>Your number is being made.</source>
        <translation>Nomor Anda sedang dibuat.</translation>
    </message>
</context>
<context>
    <name>WelcomeHeader</name>
    <message>
        <location filename="../kiosk/WelcomeHeader.qml" line="116"/>
        <source>Welcome.
What can we do for you?</source>
        <translation>Selamat datang.
Apa keperluan Anda?</translation>
    </message>
    <message>
        <location filename="../kiosk/WelcomeHeader.qml" line="116"/>
        <source>Welcome.</source>
        <translation>Selamat datang.</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <location filename="../kiosk/WelcomePage.qml" line="22"/>
        <source>Show more</source>
        <translation>Tampilkan lagi</translation>
    </message>
    <message>
        <location filename="../kiosk/WelcomePage.qml" line="48"/>
        <source>Take a queue number</source>
        <translation>Ambil nomor antrean</translation>
    </message>
    <message>
        <location filename="../kiosk/WelcomePage.qml" line="49"/>
        <source>Choose an agency and a service</source>
        <translation>Pilih instansi dan layanan</translation>
    </message>
    <message>
        <location filename="../kiosk/WelcomePage.qml" line="77"/>
        <source>Most asked for</source>
        <translation>Paling sering</translation>
    </message>
    <message>
        <location filename="../kiosk/WelcomePage.qml" line="105"/>
        <source>See what to bring</source>
        <translation>Lihat syarat</translation>
    </message>
    <message>
        <location filename="../kiosk/WelcomePage.qml" line="130"/>
        <source>Find a service</source>
        <translation>Cari layanan</translation>
    </message>
    <message>
        <location filename="../kiosk/WelcomePage.qml" line="131"/>
        <source>Type a word</source>
        <translation>Ketik nama layanan</translation>
    </message>
    <message>
        <location filename="../kiosk/WelcomePage.qml" line="143"/>
        <source>Requirements &amp; fees</source>
        <translation>Syarat &amp; biaya</translation>
    </message>
    <message>
        <location filename="../kiosk/WelcomePage.qml" line="144"/>
        <source>Before you queue</source>
        <translation>Sebelum Anda mengantre</translation>
    </message>
</context>
<context>
    <name>WelcomeView</name>
    <message>
        <location filename="../kiosk/welcome_view.cpp" line="28"/>
        <source>This machine cannot give out numbers just now.</source>
        <translation>Mesin ini sedang tidak dapat memberi nomor.</translation>
    </message>
    <message>
        <location filename="../kiosk/welcome_view.cpp" line="46"/>
        <source>Please ask staff for a number.</source>
        <translation>Silakan minta nomor kepada petugas.</translation>
    </message>
    <message>
        <location filename="../kiosk/welcome_view.cpp" line="47"/>
        <source>Please ask staff for a number: %1.</source>
        <translation>Silakan minta nomor kepada petugas: %1.</translation>
    </message>
    <message>
        <location filename="../kiosk/welcome_view.cpp" line="54"/>
        <source>The kiosk has not reached the queue since %1 and keeps trying.</source>
        <translation>Mesin ini belum dapat menghubungi antrean sejak %1 dan terus mencoba.</translation>
    </message>
    <message>
        <location filename="../kiosk/welcome_view.cpp" line="61"/>
        <source>Staff can give you a number.</source>
        <translation>Petugas dapat memberi Anda nomor.</translation>
    </message>
    <message>
        <location filename="../kiosk/welcome_view.cpp" line="62"/>
        <source>This machine is out of service</source>
        <translation>Mesin ini sedang tidak dapat dipakai</translation>
    </message>
    <message>
        <location filename="../kiosk/welcome_view.cpp" line="72"/>
        <source>Not connected yet</source>
        <translation>Belum tersambung</translation>
    </message>
    <message>
        <location filename="../kiosk/welcome_view.cpp" line="83"/>
        <source>One moment…</source>
        <translation>Sebentar…</translation>
    </message>
    <message>
        <location filename="../kiosk/welcome_view.cpp" line="84"/>
        <source>The kiosk is getting ready.</source>
        <translation>Mesin sedang disiapkan.</translation>
    </message>
    <message>
        <location filename="../kiosk/welcome_view.cpp" line="93"/>
        <source>No connection just now</source>
        <translation>Sedang tidak tersambung</translation>
    </message>
    <message>
        <location filename="../kiosk/welcome_view.cpp" line="97"/>
        <source>The clock must be looked at first</source>
        <translation>Jam mesin perlu diperiksa dahulu</translation>
    </message>
    <message>
        <location filename="../kiosk/welcome_view.cpp" line="102"/>
        <source>This machine has a problem</source>
        <translation>Ada gangguan pada mesin ini</translation>
    </message>
    <message>
        <location filename="../kiosk/welcome_view.cpp" line="108"/>
        <source>The printer is out of paper</source>
        <translation>Kertas printer habis</translation>
    </message>
    <message>
        <location filename="../kiosk/welcome_view.cpp" line="109"/>
        <source>The printer is not ready</source>
        <translation>Printer sedang tidak siap</translation>
    </message>
    <message>
        <location filename="../kiosk/welcome_view.cpp" line="110"/>
        <source>You will get a number all the same. It is shown on the screen: remember it or take a photo.</source>
        <translation>Anda tetap mendapat nomor. Nomor tampil di layar: ingat atau potret nomor itu.</translation>
    </message>
    <message>
        <location filename="../kiosk/welcome_view.cpp" line="139"/>
        <source>Open until %1</source>
        <translation>Buka sampai %1</translation>
    </message>
    <message>
        <location filename="../kiosk/welcome_view.cpp" line="144"/>
        <source>Nobody is waiting</source>
        <translation>Tidak ada yang menunggu</translation>
    </message>
    <message>
        <location filename="../kiosk/welcome_view.cpp" line="145"/>
        <source>%1 waiting</source>
        <translation>%1 menunggu</translation>
    </message>
    <message>
        <location filename="../kiosk/welcome_view.cpp" line="152"/>
        <source>You have no number yet</source>
        <translation>Anda belum mendapat nomor</translation>
    </message>
</context>
</TS>
