// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue.h"

#include <QObject>
#include <QString>
#include <QTranslator>

namespace anjungan {

/// The language of one face. Faces that share a process switch independently: each has translations of
/// its own, for its own files only (`:/i18n/<face>_<language>.qm`), while the sources are English.
class FaceLanguage : public QObject
{
    Q_OBJECT

public:
    FaceLanguage(QString face, Language language, QObject* parent = nullptr);
    ~FaceLanguage() override;

    [[nodiscard]] Language current() const { return m_current; }
    void change(Language language);

signals:
    /// Composition roots answer with QQmlEngine::retranslate, view models by telling their texts anew.
    void changed();

private:
    void load();

    QString m_face;
    Language m_current;
    QTranslator m_translator;
};

} // namespace anjungan
