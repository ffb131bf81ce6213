using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.RegularExpressions;

namespace Optimizer.Benchmarks.Pages;

/// <summary>Somebody with a browser's manners: signed in by cookie, and listening.</summary>
internal sealed partial class PageReader : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // What comes compressed is counted as it came.
    private readonly HttpClient _http;

    private PageReader(Uri server) => _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None, CookieContainer = new() })
    {
        BaseAddress = server,
        Timeout = Patience,
    };

    /// <summary>Signs in at the door.</summary>
    public static async Task<PageReader> SignInAsync(Uri server, string token)
    {
        var reader = new PageReader(server);
        using var form = new FormUrlEncodedContent([new("token", token), new("to", "/")]);
        using var answer = await reader._http.PostAsync(new Uri("/login", UriKind.Relative), form);
        return answer.StatusCode == HttpStatusCode.SeeOther ? reader : throw new InvalidOperationException($"the door answered {(int)answer.StatusCode}");
    }

    /// <summary>Reads a page to its last byte.</summary>
    /// <returns>Its text, and the milliseconds since it was asked for.</returns>
    public async Task<(HttpStatusCode Status, string Text, double Milliseconds)> ReadAsync(string path)
    {
        var sent = Stopwatch.GetTimestamp();
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
        var body = await answer.Content.ReadAsByteArrayAsync();
        return (answer.StatusCode, Encoding.UTF8.GetString(body), Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
    }

    /// <summary>Bytes of a page with all that it links, as text and as they travel to a browser that takes compression.</summary>
    public async Task<(long Plain, long Sent)> WeighAsync(string path)
    {
        var (plain, sent) = (0L, 0L);
        var (_, page, _) = await ReadAsync(path);
        foreach (var each in Assets().Matches(page).Select(link => link.Groups[1].Value).Distinct().Prepend(path))
        {
            using var ask = new HttpRequestMessage(HttpMethod.Get, new Uri(each, UriKind.Relative));
            ask.Headers.Add("Accept-Encoding", "br, gzip");
            using var answer = await _http.SendAsync(ask);
            var body = await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
            sent += body.Length;
            plain += answer.Content.Headers.ContentEncoding.FirstOrDefault() switch
            {
                null => body.Length,
                "br" => Length(new BrotliStream(new MemoryStream(body), CompressionMode.Decompress)),
                "gzip" => Length(new GZipStream(new MemoryStream(body), CompressionMode.Decompress)),
                var other => throw new InvalidOperationException($"{each} came as {other}"),
            };
        }

        return (plain, sent);
    }

    /// <summary>Hears what changes, until it is stopped.</summary>
    public async IAsyncEnumerable<SseItem<string>> ListenAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, new Uri("/live", UriKind.Relative));
        using var answer = await _http.SendAsync(ask, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await using var body = await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(cancellationToken);
        await foreach (var each in SseParser.Create(body).EnumerateAsync(cancellationToken))
        {
            yield return each;
        }
    }

    public void Dispose() => _http.Dispose();

    private static long Length(Stream stream)
    {
        using (stream)
        using (var all = new MemoryStream())
        {
            stream.CopyTo(all);
            return all.Length;
        }
    }

    [GeneratedRegex("(?:href|src)=\"(/assets/[^\"]+)\"")]
    private static partial Regex Assets();
}
