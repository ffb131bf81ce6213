using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Optimizer.Tests.Cockpit.Kit;

/// <summary>A connection on which anything can be sent, as no client library would.</summary>
internal sealed class RawConnection : IAsyncDisposable
{
    // Of a server that neither answers nor closes: the test has failed then.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TcpClient _client = new() { NoDelay = true };
    private readonly byte[] _buffer = new byte[16 * 1024];
    private NetworkStream _stream = null!;
    private int _at;
    private int _end;

    private RawConnection()
    {
    }

    public static async Task<RawConnection> OpenAsync(int port)
    {
        var raw = new RawConnection();
        await raw._client.ConnectAsync(IPAddress.Loopback, port);
        raw._stream = raw._client.GetStream();
        return raw;
    }

    /// <summary>Each character is one byte.</summary>
    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        using var late = new CancellationTokenSource(Patience);
        await _stream.WriteAsync(bytes, late.Token);
    }

    /// <summary>Says that nothing more will be sent.</summary>
    public void EndSending() => _client.Client.Shutdown(SocketShutdown.Send);

    /// <summary>The next final answer; null when the server closed the connection without one.</summary>
    /// <param name="isHead">Whether it answers HEAD, and so has no body.</param>
    public async Task<RawAnswer?> ReadAsync(bool isHead = false)
    {
        using var late = new CancellationTokenSource(Patience);
        try
        {
            while (true)
            {
                if (await LineAsync(late.Token) is not { } line)
                {
                    return null;
                }

                var status = int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture);
                var headers = await HeadersAsync(late.Token);
                if (status >= 200)
                {
                    return new(status, headers, isHead || status is 204 or 304 ? "" : await BodyAsync(headers, late.Token));
                }
            }
        }
        catch (IOException)
        {
            return null;
        }
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<Dictionary<string, string>> HeadersAsync(CancellationToken late)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await LineAsync(late) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        return headers;
    }

    private async Task<string> BodyAsync(Dictionary<string, string> headers, CancellationToken late)
    {
        if (headers.TryGetValue("Content-Length", out var length))
        {
            return await TextAsync(int.Parse(length, CultureInfo.InvariantCulture), late);
        }

        var body = new StringBuilder();
        if (headers.GetValueOrDefault("Transfer-Encoding") == "chunked")
        {
            int size;
            do
            {
                size = int.Parse((await LineAsync(late))!, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                body.Append(await TextAsync(size, late));
                await LineAsync(late);
            }
            while (size > 0);
        }

        return body.ToString();
    }

    private async Task<string> TextAsync(int count, CancellationToken late)
    {
        var bytes = new byte[count];
        for (var at = 0; at < count; at++)
        {
            bytes[at] = await ByteAsync(late) is { } next ? next : throw new IOException("the connection ended within a body");
        }

        return Encoding.UTF8.GetString(bytes);
    }

    private async Task<string?> LineAsync(CancellationToken late)
    {
        var line = new StringBuilder();
        while (true)
        {
            switch (await ByteAsync(late))
            {
                case null:
                    return line.Length == 0 ? null : throw new IOException("the connection ended within a line");
                case (byte)'\n':
                    return line.ToString().TrimEnd('\r');
                case { } other:
                    line.Append((char)other);
                    break;
            }
        }
    }

    private async ValueTask<byte?> ByteAsync(CancellationToken late)
    {
        if (_at == _end)
        {
            (_at, _end) = (0, await _stream.ReadAsync(_buffer, late));
            if (_end == 0)
            {
                return null;
            }
        }

        return _buffer[_at++];
    }
}
