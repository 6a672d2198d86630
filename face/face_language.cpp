// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/face_language.h"

#include <QCoreApplication>

namespace anjungan {

FaceLanguage::FaceLanguage(QString face, Language language, QObject* parent)
    : QObject(parent)
    , m_face(std::move(face))
    , m_current(language)
{
    load();
}

FaceLanguage::~FaceLanguage()
{
    QCoreApplication::removeTranslator(&m_translator);
}

void FaceLanguage::change(Language language)
{
    if (language == m_current)
        return;
    m_current = language;
    load();
    emit changed();
}

void FaceLanguage::load()
{
    QCoreApplication::removeTranslator(&m_translator);
    const std::string_view code = languageCode(m_current);
    const QString file =
        QStringLiteral(":/i18n/%1_%2.qm")
            .arg(m_face, QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size())));
    if (m_translator.load(file))
        QCoreApplication::installTranslator(&m_translator);
}

} // namespace anjungan
