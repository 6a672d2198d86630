// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/service_search.h"

#include <algorithm>
#include <QStringList>

namespace anjungan {

namespace {

/// Lower case, without accents; everything but letters and digits parts words.
QString fold(const QString& text)
{
    QString folded;
    for (const QChar each : text.normalized(QString::NormalizationForm_KD).toLower()) {
        if (each.isLetterOrNumber())
            folded.append(each);
        else if (!each.isMark() && !folded.endsWith(QLatin1Char(' ')))
            folded.append(QLatin1Char(' '));
    }
    return folded.trimmed();
}

/// A text's words, and after them its words written as one: people leave hyphens and spaces out.
class Haystack
{
public:
    void add(const std::string& text)
    {
        const QString folded = fold(QString::fromStdString(text));
        if (folded.isEmpty())
            return;
        QString joined = folded;
        m_text += QLatin1Char(' ') + folded + QLatin1Char(' ') + joined.remove(QLatin1Char(' '));
    }
    void add(const Text& text)
    {
        add(text.indonesian);
        add(text.english);
    }
    [[nodiscard]] bool hasWordBeginning(const QString& word) const
    {
        return m_text.contains(QLatin1Char(' ') + word);
    }

private:
    QString m_text;
};

enum class Match { Title, Keyword, Agency, None };

Match matchOf(const Catalogue& catalogue, const Service& service, const QStringList& words)
{
    Haystack title;
    title.add(service.title);
    title.add(service.shortTitle);
    Haystack keywords = title;
    for (const std::string& keyword : service.keywords)
        keywords.add(keyword);
    Haystack everything = keywords;
    if (const Agency* agency = catalogue.find(service.agency)) {
        everything.add(agency->name);
        everything.add(agency->shortName);
    }
    const auto allIn = [&words](const Haystack& haystack) {
        return std::ranges::all_of(words,
                                   [&](const QString& word) { return haystack.hasWordBeginning(word); });
    };
    return allIn(title)        ? Match::Title
           : allIn(keywords)   ? Match::Keyword
           : allIn(everything) ? Match::Agency
                               : Match::None;
}

} // namespace

std::vector<ServiceId> searchServices(const Catalogue& catalogue, const QString& query)
{
    const QStringList words = fold(query.left(searchLengthMax)).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<ServiceId> found;
    if (words.isEmpty())
        return found;
    std::array<std::vector<ServiceId>, 3> byMatch;
    for (const Service& service : catalogue.services) {
        const Match match = matchOf(catalogue, service, words);
        if (match != Match::None)
            byMatch[static_cast<std::size_t>(match)].push_back(service.id);
    }
    for (const auto& part : byMatch)
        found.insert(found.end(), part.begin(), part.end());
    return found;
}

} // namespace anjungan
