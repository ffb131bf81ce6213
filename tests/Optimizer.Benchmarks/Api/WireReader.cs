using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Optimizer.Benchmarks.Api;

/// <summary>One connection that sends requests as bytes and reads their answers, so that the one who measures costs little.</summary>
internal sealed class WireReader : IDisposable
{
    private readonly TcpClient _client = new() { NoDelay = true };
    private byte[] _buffer = new byte[256 * 1024];
    private NetworkStream _stream = null!;

    private WireReader()
    {
    }

    public static async Task<WireReader> OpenAsync(Uri server)
    {
        var reader = new WireReader();
        await reader._client.ConnectAsync(server.Host, server.Port);
        reader._stream = reader._client.GetStream();
        return reader;
    }

    public static byte[] Request(string method, string path, string token, string body = "") => Encoding.ASCII.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"{method} {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n{(body.Length == 0 ? "" : "Content-Type: application/json\r\n")}Content-Length: {body.Length}\r\n\r\n{body}"));

    /// <summary>Sends a request and reads its whole answer.</summary>
    public async Task<(int Status, ReadOnlyMemory<byte> Body)> SendAsync(ReadOnlyMemory<byte> request)
    {
        await _stream.WriteAsync(request);
        var (end, whole, head) = (0, -1, 0);
        while (whole < 0 || end < whole)
        {
            if (end == _buffer.Length)
            {
                Array.Resize(ref _buffer, 2 * end);
            }

            var count = await _stream.ReadAsync(_buffer.AsMemory(end));
            if (count == 0)
            {
                throw new IOException("the server closed the connection");
            }

            end += count;
            if (whole < 0 && (head = _buffer.AsSpan(0, end).IndexOf("\r\n\r\n"u8)) >= 0)
            {
                whole = (head += 4) + Length(_buffer.AsSpan(0, head));
            }
        }

        return (int.Parse(_buffer.AsSpan(9, 3), CultureInfo.InvariantCulture), _buffer.AsMemory(head, whole - head));
    }

    public void Dispose() => _client.Dispose();

    private static int Length(ReadOnlySpan<byte> head)
    {
        var name = "Content-Length: "u8;
        var at = head.IndexOf(name);
        if (at < 0)
        {
            return 0;
        }

        var rest = head[(at + name.Length)..];
        return int.Parse(rest[..rest.IndexOf((byte)'\r')], CultureInfo.InvariantCulture);
    }
}
