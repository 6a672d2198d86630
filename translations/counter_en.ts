<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CardWords</name>
    <message numerus="yes">
        <location filename="../counter/citizen_view.cpp" line="63"/>
        <source>repeated %n times</source>
        <translation>
            <numerusform>repeated once</numerusform>
            <numerusform>repeated %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CounterWords</name>
    <message numerus="yes">
        <location filename="../counter/counter_words.cpp" line="28"/>
        <source>%1, %n counters</source>
        <translation>
            <numerusform>%1, %n counter</numerusform>
            <numerusform>%1, %n counters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../counter/counter_words.cpp" line="65"/>
        <source>%1 has waited longer and is passed over at most %n times.</source>
        <translation>
            <numerusform>%1 has waited longer and is passed over at most once.</numerusform>
            <numerusform>%1 has waited longer and is passed over at most %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../counter/counter_words.cpp" line="90"/>
        <source>%n times somebody went before %1. That is the limit, so it is its turn now.</source>
        <translation>
            <numerusform>Once somebody went before %1. That is the limit, so it is its turn now.</numerusform>
            <numerusform>%n times somebody went before %1. That is the limit, so it is its turn now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeskWords</name>
    <message numerus="yes">
        <location filename="../counter/desk_view_model.cpp" line="110"/>
        <source>%n people are still waiting. They stay in the queue for your colleagues.</source>
        <translation>
            <numerusform>One person is still waiting and stays in the queue for your colleagues.</numerusform>
            <numerusform>%n people are still waiting. They stay in the queue for your colleagues.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FaceWords</name>
    <message numerus="yes">
        <location filename="../counter/counter_view_model.cpp" line="102"/>
        <source>%n waiting to be sent</source>
        <translation>
            <numerusform>%n waiting to be sent</numerusform>
            <numerusform>%n waiting to be sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowWords</name>
    <message numerus="yes">
        <location filename="../counter/desk_lists.cpp" line="67"/>
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TransferWords</name>
    <message numerus="yes">
        <location filename="../counter/transfer_view_model.cpp" line="67"/>
        <source>%n characters too long</source>
        <translation>
            <numerusform>%n character too long</numerusform>
            <numerusform>%n characters too long</numerusform>
        </translation>
    </message>
</context>
</TS>
