// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/espeak_synthesizer.h"

#include <algorithm>
#include <array>
#include <espeak-ng/speak_lib.h>
#include <fmt/format.h>
#include <mutex>

namespace anjungan {

namespace {

constexpr std::size_t textMax = 2000;
constexpr int secondsMax = 60;

std::mutex& libraryLock()
{
    static std::mutex mutex;
    return mutex;
}

/// Where the library's callback puts samples; guarded by `libraryLock`.
struct Take
{
    std::vector<std::int16_t>* samples = nullptr;
    std::size_t samplesMax = 0;
    bool overflowed = false;
};

Take& currentTake()
{
    static Take take;
    return take;
}

extern "C" int collectSamples(short* wav, int count, espeak_EVENT*)
{
    Take& take = currentTake();
    if (wav == nullptr || count <= 0 || take.samples == nullptr)
        return 0;
    if (take.samples->size() + static_cast<std::size_t>(count) > take.samplesMax) {
        take.overflowed = true;
        return 1;
    }
    take.samples->insert(take.samples->end(), wav, wav + count);
    return 0;
}

/// The sample rate, or nothing when the library cannot start. Needs `libraryLock`. Never terminated: the
/// library leaks nothing that grows, and another instance may still speak.
std::optional<int> startLibrary()
{
    static const int rate = [] {
        const int started =
            espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 200, nullptr, espeakINITIALIZE_DONT_EXIT);
        if (started > 0)
            espeak_SetSynthCallback(collectSamples);
        return started;
    }();
    return rate > 0 ? std::optional(rate) : std::nullopt;
}

Result<void> chooseVoice(const std::string& name)
{
    if (espeak_SetVoiceByName(name.c_str()) != EE_OK)
        return failForGood("voice-missing", fmt::format("espeak-ng has no voice \"{}\"", name));
    return {};
}

struct Correction
{
    std::string_view word;
    std::string_view phonemes;
};

// The Indonesian voice reads nearly every stressed e as in "bebek", where KBBI has a schwa (empat, enam,
// belas) or a close e (loket, the letters).
constexpr std::array<Correction, 14> indonesianCorrections{{{"empat", "@mp'at"},
                                                            {"enam", "@n'am"},
                                                            {"belas", "b@l'as"},
                                                            {"sebelas", "s@b@l'as"},
                                                            {"loket", "l'oket"},
                                                            {"be", "b'e"},
                                                            {"ce", "tS'e"},
                                                            {"de", "d'e"},
                                                            {"ge", "g'e"},
                                                            {"je", "dZ'e"},
                                                            {"pe", "p'e"},
                                                            {"te", "t'e"},
                                                            {"ve", "v'e"},
                                                            {"we", "w'e"}}};

void appendWord(std::string& text, std::string_view word, Language language)
{
    if (language == Language::Indonesian) {
        for (const Correction& correction : indonesianCorrections) {
            if (correction.word == word) {
                text += fmt::format("[[{}]]", correction.phonemes);
                return;
            }
        }
    }
    text += word;
}

bool isWordByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

/// The text as espeak-ng shall read it. Brackets, control bytes and whatever else could be taken for
/// phonemes or markup become blanks.
std::string pronounced(const Utterance& utterance)
{
    constexpr std::string_view kept = " ,.-?!0123456789";
    const std::string_view in = std::string_view(utterance.text).substr(0, textMax);
    std::string text;
    for (std::size_t i = 0; i < in.size();) {
        if (!isWordByte(in[i])) {
            text += kept.find(in[i]) == std::string_view::npos ? ' ' : in[i];
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < in.size() && isWordByte(in[end]))
            ++end;
        appendWord(text, in.substr(i, end - i), utterance.language);
        i = end;
    }
    return text;
}

} // namespace

Result<std::unique_ptr<EspeakSynthesizer>> EspeakSynthesizer::create(Settings settings)
{
    const std::lock_guard lock(libraryLock());
    const std::optional<int> rate = startLibrary();
    if (!rate)
        return failForGood("speech-failed", "espeak-ng cannot start; is its data installed?");
    if (const Result<void> chosen = chooseVoice(settings.indonesianVoice); !chosen)
        return tl::unexpected(chosen.error());
    settings.wordsPerMinute = std::clamp(settings.wordsPerMinute, 80, 300);
    settings.wordGap = std::clamp(settings.wordGap, 0, 20);
    return std::unique_ptr<EspeakSynthesizer>(new EspeakSynthesizer(std::move(settings), *rate));
}

EspeakSynthesizer::EspeakSynthesizer(Settings settings, int rate)
    : m_settings(std::move(settings))
    , m_rate(rate)
{}

Result<Sound> EspeakSynthesizer::speak(const Utterance& utterance)
{
    const std::string text = pronounced(utterance);
    const std::string& voice =
        utterance.language == Language::English ? m_settings.englishVoice : m_settings.indonesianVoice;

    const std::lock_guard lock(libraryLock());
    if (const Result<void> chosen = chooseVoice(voice); !chosen)
        return tl::unexpected(chosen.error());
    espeak_SetParameter(espeakRATE, m_settings.wordsPerMinute, 0);
    espeak_SetParameter(espeakWORDGAP, m_settings.wordGap, 0);

    Sound sound{m_rate, {}};
    currentTake() = {&sound.samples, static_cast<std::size_t>(m_rate) * secondsMax, false};
    const espeak_ERROR spoken = espeak_Synth(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0,
                                             espeakCHARS_UTF8 | espeakPHONEMES, nullptr, nullptr);
    const bool overflowed = currentTake().overflowed;
    currentTake() = {};
    if (overflowed)
        return refuse("speech-too-long", fmt::format("more than {} s", secondsMax));
    if (spoken != EE_OK)
        return failTemporarily("speech-failed", fmt::format("espeak_Synth: {}", static_cast<int>(spoken)));
    if (sound.samples.empty())
        return refuse("speech-failed", "no sound came of the words");
    return sound;
}

} // namespace anjungan
