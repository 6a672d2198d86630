<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>BoardBar</name>
    <message>
        <location filename="../display/BoardBar.qml" line="56"/>
        <source>Please listen for staff to call you. %1</source>
        <translation>Mohon perhatikan panggilan petugas. %1</translation>
    </message>
</context>
<context>
    <name>BoardCallRow</name>
    <message>
        <location filename="../display/BoardCallRow.qml" line="28"/>
        <source>Number %1, counter %2</source>
        <translation>Nomor %1, loket %2</translation>
    </message>
    <message>
        <location filename="../display/BoardCallRow.qml" line="79"/>
        <source>Counter</source>
        <translation>Loket</translation>
    </message>
    <message>
        <location filename="../display/BoardCallRow.qml" line="96"/>
        <source>Counter %1</source>
        <translation>Loket %1</translation>
    </message>
</context>
<context>
    <name>BoardCallsPane</name>
    <message>
        <location filename="../display/BoardCallsPane.qml" line="46"/>
        <source>Counter %1</source>
        <translation>Loket %1</translation>
    </message>
</context>
<context>
    <name>BoardMessage</name>
    <message>
        <location filename="../display/BoardMessage.qml" line="84"/>
        <source>Open today %1</source>
        <translation>Buka hari ini %1</translation>
    </message>
</context>
<context>
    <name>BoardNewestCall</name>
    <message>
        <location filename="../display/BoardNewestCall.qml" line="36"/>
        <source>Number %1, counter %2</source>
        <translation>Nomor %1, loket %2</translation>
    </message>
    <message>
        <location filename="../display/BoardNewestCall.qml" line="67"/>
        <source>QUEUE NUMBER</source>
        <translation>NOMOR ANTREAN</translation>
    </message>
    <message>
        <location filename="../display/BoardNewestCall.qml" line="96"/>
        <source>Please go to the counter</source>
        <translation>Silakan menuju loket</translation>
    </message>
    <message>
        <location filename="../display/BoardNewestCall.qml" line="96"/>
        <source>Being served</source>
        <translation>Sedang dilayani</translation>
    </message>
    <message>
        <location filename="../display/BoardNewestCall.qml" line="118"/>
        <source>COUNTER</source>
        <translation>LOKET</translation>
    </message>
</context>
<context>
    <name>BoardRecentRow</name>
    <message>
        <location filename="../display/BoardRecentRow.qml" line="15"/>
        <source>Number %1, counter %2</source>
        <translation>Nomor %1, loket %2</translation>
    </message>
    <message>
        <location filename="../display/BoardRecentRow.qml" line="27"/>
        <source>Counter %1</source>
        <translation>Loket %1</translation>
    </message>
</context>
<context>
    <name>BoardSide</name>
    <message>
        <location filename="../display/BoardSide.qml" line="83"/>
        <source>Earlier calls</source>
        <translation>Sebelumnya</translation>
    </message>
    <message>
        <location filename="../display/BoardSide.qml" line="115"/>
        <source>Missed: %1</source>
        <translation>Terlewat: %1</translation>
    </message>
    <message>
        <location filename="../display/BoardSide.qml" line="116"/>
        <source>Please speak to a member of staff</source>
        <translation>Silakan hubungi petugas</translation>
    </message>
    <message>
        <location filename="../display/BoardSide.qml" line="135"/>
        <source>Need help?</source>
        <translation>Perlu bantuan?</translation>
    </message>
    <message>
        <location filename="../display/BoardSide.qml" line="144"/>
        <source>Scan the code on your slip to follow your turn</source>
        <translation>Pindai kode di kertas antrean untuk memantau giliran</translation>
    </message>
</context>
<context>
    <name>BoardWindow</name>
    <message>
        <location filename="../display/BoardWindow.qml" line="16"/>
        <source>Anjungan – calling board</source>
        <translation>Anjungan – papan panggilan</translation>
    </message>
</context>
<context>
    <name>BoardWords</name>
    <message>
        <location filename="../display/board_words.cpp" line="95"/>
        <source>Floor %1</source>
        <translation>Lantai %1</translation>
    </message>
    <message>
        <location filename="../display/board_words.cpp" line="42"/>
        <source>One moment, please</source>
        <translation>Mohon tunggu sebentar</translation>
    </message>
    <message>
        <location filename="../display/board_words.cpp" line="44"/>
        <source>Break</source>
        <translation>Istirahat</translation>
    </message>
    <message>
        <location filename="../display/board_words.cpp" line="45"/>
        <source>Closed</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <location filename="../display/board_words.cpp" line="47"/>
        <source>Welcome</source>
        <translation>Selamat datang</translation>
    </message>
    <message>
        <location filename="../display/board_words.cpp" line="49"/>
        <source>Please wait</source>
        <translation>Mohon menunggu</translation>
    </message>
    <message>
        <location filename="../display/board_words.cpp" line="51"/>
        <source>This board is being repaired</source>
        <translation>Layar ini sedang diperbaiki</translation>
    </message>
    <message>
        <location filename="../display/board_words.cpp" line="62"/>
        <source>The board is getting today&apos;s calls.</source>
        <translation>Layar sedang memuat panggilan hari ini.</translation>
    </message>
    <message>
        <location filename="../display/board_words.cpp" line="65"/>
        <source>Your number will appear here when it is called.</source>
        <translation>Nomor Anda akan tampil di sini saat dipanggil.</translation>
    </message>
    <message>
        <location filename="../display/board_words.cpp" line="67"/>
        <source>Please listen for staff to call you.</source>
        <translation>Mohon perhatikan panggilan petugas.</translation>
    </message>
    <message>
        <location filename="../display/board_words.cpp" line="102"/>
        <source>%1 and %2 more</source>
        <translation>%1 dan %2 lainnya</translation>
    </message>
    <message>
        <location filename="../display/board_words.cpp" line="107"/>
        <source>Cut off from the queue since %1.</source>
        <translation>Layar ini terputus dari antrean sejak pukul %1.</translation>
    </message>
    <message>
        <location filename="../display/board_words.cpp" line="112"/>
        <source>Not connected yet</source>
        <translation>Belum tersambung</translation>
    </message>
    <message>
        <location filename="../display/board_words.cpp" line="117"/>
        <source>The calls appear here by themselves as soon as the board is connected.</source>
        <translation>Panggilan akan tampil sendiri di sini begitu papan ini tersambung.</translation>
    </message>
    <message>
        <location filename="../display/board_words.cpp" line="123"/>
        <source>The queue&apos;s machine has a fault.</source>
        <translation>Ada gangguan pada mesin antrean.</translation>
    </message>
    <message>
        <location filename="../display/board_words.cpp" line="128"/>
        <source>No sound, please watch the screen</source>
        <translation>Suara tidak tersedia, perhatikan layar</translation>
    </message>
</context>
</TS>
