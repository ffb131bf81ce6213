using System.Net;

namespace Optimizer.Standalone.Serving;

/// <summary>Where a server may listen.</summary>
internal static class ListenAddress
{
    /// <summary>What is wrong with an address; null when it may be listened on.</summary>
    /// <param name="url">Such as http://localhost:5080.</param>
    /// <param name="allowsPlainHttp">Whether plain HTTP may be spoken beyond this machine.</param>
    /// <param name="hasCertificate">Whether there is a certificate.</param>
    public static string? Problem(string url, bool allowsPlainHttp, bool hasCertificate)
    {
        // Kestrel's * and + listen on everything and are no host to the framework's reader.
        if (!Uri.TryCreate(url.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var read)
            || read.Scheme is not ("http" or "https") || read.PathAndQuery != "/")
        {
            return $"'{url}' is no address to listen on; write it like {ServeOptions.DefaultUrl}";
        }

        return read.Scheme == "https" && !hasCertificate
            ? $"{url} needs a certificate: give --certificate FILE.pem and --certificate-key FILE.pem"
            : read.Scheme == "http" && !IsLoopback(read) && !allowsPlainHttp
            ? $"{url} would send tokens in the clear to other machines: use https with --certificate, or --allow-plain-http behind a proxy that speaks TLS"
            : null;
    }

    private static bool IsLoopback(Uri url) => IPAddress.TryParse(url.Host.Trim('[', ']'), out var address)
        ? IPAddress.IsLoopback(address)
        : url.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase);
}
