// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/certificates.h"

#include "storage/file_content.h"

#include <algorithm>
#include <arpa/inet.h>
#include <fmt/format.h>
#include <memory>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

namespace anjungan {

namespace {

template <auto Free>
struct Freer
{
    template <typename T>
    void operator()(T* object) const
    {
        Free(object);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freer<&EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freer<&X509_free>>;
using Bio = std::unique_ptr<BIO, Freer<&BIO_free_all>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freer<&X509_EXTENSION_free>>;
using Names = std::unique_ptr<GENERAL_NAMES, Freer<&GENERAL_NAMES_free>>;

tl::unexpected<Error> fail(const std::filesystem::path& file, std::string_view doing)
{
    const unsigned long code = ERR_get_error();
    ERR_clear_error();
    const char* reason = code == 0 ? nullptr : ERR_reason_error_string(code);
    return failForGood("certificate-unusable", fmt::format("{}: {}{}{}", file.string(), doing,
                                                           reason ? ": " : "", reason ? reason : ""));
}

std::time_t secondsOf(Instant instant)
{
    return static_cast<std::time_t>(
        std::chrono::floor<std::chrono::seconds>(instant).time_since_epoch().count());
}

std::string textOf(const Bio& bio)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return std::string(data, static_cast<std::size_t>(std::max(size, 0L)));
}

Result<void> writeKey(const std::filesystem::path& path, const Key& key, bool mayReplace)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    if (!bio || PEM_write_bio_PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return fail(path, "writing the key");
    return writeFileDurably(path.string(), textOf(bio), {0600, mayReplace});
}

Result<void> writeCertificate(const std::filesystem::path& path, const Certificate& certificate,
                              bool mayReplace)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    if (!bio || PEM_write_bio_X509(bio.get(), certificate.get()) != 1)
        return fail(path, "writing the certificate");
    return writeFileDurably(path.string(), textOf(bio), {0644, mayReplace});
}

Result<Certificate> loadCertificate(const std::filesystem::path& path)
{
    const Bio bio(BIO_new_file(path.c_str(), "r"));
    Certificate certificate(bio ? PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr) : nullptr);
    if (!certificate)
        return fail(path, "reading the certificate");
    return certificate;
}

Result<Key> loadKey(const std::filesystem::path& path)
{
    const Bio bio(BIO_new_file(path.c_str(), "r"));
    Key key(bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr) : nullptr);
    if (!key)
        return fail(path, "reading the key");
    return key;
}

bool addExtension(X509* certificate, X509* issuer, int kind, const std::string& value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool setSerial(X509* certificate)
{
    unsigned char bytes[16];
    if (RAND_bytes(bytes, sizeof bytes) != 1)
        return false;
    bytes[0] &= 0x7f;
    BIGNUM* number = BN_bin2bn(bytes, sizeof bytes, nullptr);
    const bool done = number && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate));
    BN_free(number);
    return done;
}

/// An unsigned certificate of `key`; its issuer is to be set.
Certificate blank(const Key& key, const std::string& name, Instant from, Instant to)
{
    Certificate certificate(X509_new());
    if (!certificate || X509_set_version(certificate.get(), 2) != 1 || !setSerial(certificate.get()) ||
        !ASN1_TIME_set(X509_getm_notBefore(certificate.get()), secondsOf(from)) ||
        !ASN1_TIME_set(X509_getm_notAfter(certificate.get()), secondsOf(to)) ||
        X509_set_pubkey(certificate.get(), key.get()) != 1)
        return nullptr;
    const auto* text = reinterpret_cast<const unsigned char*>(name.data());
    if (X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8, text,
                                   static_cast<int>(name.size()), -1, 0) != 1)
        return nullptr;
    return certificate;
}

bool isAddress(const std::string& host)
{
    unsigned char bytes[16];
    return inet_pton(AF_INET, host.c_str(), bytes) == 1 || inet_pton(AF_INET6, host.c_str(), bytes) == 1;
}

/// What stands in a configuration of OpenSSL must not mean anything there.
bool isHost(const std::string& host)
{
    const auto isPlain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
               c == '-';
    };
    return isAddress(host) || (!host.empty() && host.size() <= 253 && std::ranges::all_of(host, isPlain));
}

Instant instantOf(const ASN1_TIME* time)
{
    std::tm parts{};
    ASN1_TIME_to_tm(time, &parts);
    return Instant(std::chrono::seconds(::timegm(&parts)));
}

std::vector<std::string> hostsOf(X509* certificate)
{
    std::vector<std::string> hosts;
    const Names names(
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    for (int i = 0; names && i < sk_GENERAL_NAME_num(names.get()); ++i) {
        const GENERAL_NAME* name = sk_GENERAL_NAME_value(names.get(), i);
        const ASN1_STRING* text = name->type == GEN_IPADD ? name->d.iPAddress : name->d.dNSName;
        const auto* data = ASN1_STRING_get0_data(text);
        if (name->type == GEN_DNS) {
            hosts.emplace_back(reinterpret_cast<const char*>(data),
                               static_cast<std::size_t>(ASN1_STRING_length(text)));
        } else if (name->type == GEN_IPADD) {
            char address[INET6_ADDRSTRLEN] = "";
            inet_ntop(ASN1_STRING_length(text) == 4 ? AF_INET : AF_INET6, data, address, sizeof address);
            hosts.emplace_back(address);
        }
    }
    return hosts;
}

} // namespace

CertificateFiles CertificateFiles::in(const std::filesystem::path& directory)
{
    return {directory / "ca.crt", directory / "ca.key", directory / "server.crt", directory / "server.key"};
}

Result<void> makeAuthority(const CertificateFiles& files, const std::string& site, Instant now)
{
    const Key key(EVP_EC_gen("P-256"));
    if (!key)
        return fail(files.authorityKey, "making a key");
    const Certificate certificate =
        blank(key, "Anjungan " + site, now - std::chrono::days(1), now + authorityValid);
    X509* raw = certificate.get();
    if (!raw || X509_set_issuer_name(raw, X509_get_subject_name(raw)) != 1 ||
        !addExtension(raw, raw, NID_basic_constraints, "critical,CA:TRUE,pathlen:0") ||
        !addExtension(raw, raw, NID_key_usage, "critical,keyCertSign,cRLSign") ||
        !addExtension(raw, raw, NID_subject_key_identifier, "hash") ||
        X509_sign(raw, key.get(), EVP_sha256()) == 0)
        return fail(files.authority, "making the certificate");
    return writeKey(files.authorityKey, key, false).and_then([&] {
        return writeCertificate(files.authority, certificate, false);
    });
}

Result<void> issueCertificate(const CertificateFiles& files, const std::vector<std::string>& hosts,
                              Instant now)
{
    if (hosts.empty() || !std::ranges::all_of(hosts, isHost))
        return failForGood("certificate-unusable", "no host, or one that is none");
    const auto authority = loadCertificate(files.authority);
    if (!authority)
        return tl::unexpected(authority.error());
    const auto authorityKey = loadKey(files.authorityKey);
    if (!authorityKey)
        return tl::unexpected(authorityKey.error());
    std::string names;
    for (const std::string& host : hosts)
        names += fmt::format("{}{}:{}", names.empty() ? "" : ",", isAddress(host) ? "IP" : "DNS", host);
    const Key key(EVP_EC_gen("P-256"));
    if (!key)
        return fail(files.key, "making a key");
    const Instant ends = std::min(now + certificateValid, instantOf(X509_get0_notAfter(authority->get())));
    const Certificate certificate = blank(key, hosts.front().substr(0, 64), now - std::chrono::days(1), ends);
    X509* raw = certificate.get();
    if (!raw || X509_set_issuer_name(raw, X509_get_subject_name(authority->get())) != 1 ||
        !addExtension(raw, authority->get(), NID_basic_constraints, "critical,CA:FALSE") ||
        !addExtension(raw, authority->get(), NID_key_usage, "critical,digitalSignature") ||
        !addExtension(raw, authority->get(), NID_ext_key_usage, "serverAuth") ||
        !addExtension(raw, authority->get(), NID_subject_alt_name, names) ||
        !addExtension(raw, authority->get(), NID_authority_key_identifier, "keyid") ||
        X509_sign(raw, authorityKey->get(), EVP_sha256()) == 0)
        return fail(files.chain, "making the certificate");
    return writeKey(files.key, key, true).and_then([&] {
        return writeCertificate(files.chain, certificate, true);
    });
}

Result<CertificateState> readCertificate(const CertificateFiles& files)
{
    const auto certificate = loadCertificate(files.chain);
    if (!certificate)
        return tl::unexpected(certificate.error());
    const auto authority = loadCertificate(files.authority);
    if (!authority)
        return tl::unexpected(authority.error());
    const auto key = loadKey(files.key);
    if (!key)
        return tl::unexpected(key.error());
    CertificateState state;
    state.ends = instantOf(X509_get0_notAfter(certificate->get()));
    state.hosts = hostsOf(certificate->get());
    state.isPair = X509_check_private_key(certificate->get(), key->get()) == 1 &&
                   X509_verify(certificate->get(), X509_get0_pubkey(authority->get())) == 1;
    ERR_clear_error();
    return state;
}

Result<Instant> readAuthorityEnd(const CertificateFiles& files)
{
    return loadCertificate(files.authority).map([](const Certificate& certificate) {
        return instantOf(X509_get0_notAfter(certificate.get()));
    });
}

} // namespace anjungan
