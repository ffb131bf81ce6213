using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Optimizer.Tests.Connectors.Notices;

/// <summary>A web server on this machine that answers a webhook as it is told to.</summary>
internal sealed class Receiver : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Func<HttpListenerContext, Task> _answer;

    public Receiver(Func<HttpListenerContext, Task> answer)
    {
        _answer = answer;
        for (var tries = 0; ; tries++)
        {
            try
            {
                Address = new($"http://127.0.0.1:{FreePort()}/hook/");
                _listener.Prefixes.Clear();
                _listener.Prefixes.Add(Address.AbsoluteUri);
                _listener.Start();
                break;
            }
            catch (HttpListenerException) when (tries < 5)
            {
                // Somebody else was quicker on that port.
            }
        }

        _ = ServeAsync();
    }

    /// <summary>Answers each request with the next status, the last for ever.</summary>
    public static Receiver Of(params int[] statuses)
    {
        var asked = 0;
        return new(context =>
        {
            context.Response.StatusCode = statuses[Math.Min(Interlocked.Increment(ref asked) - 1, statuses.Length - 1)];
            return Task.CompletedTask;
        });
    }

    public Uri Address { get; }

    public ConcurrentQueue<(string Key, string Signature, byte[] Body, string Event, string Attempt)> Got { get; } = new();

    public void Dispose() => _listener.Close();

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = TakeAsync(context);
        }
    }

    private async Task TakeAsync(HttpListenerContext context)
    {
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        var headers = context.Request.Headers;
        Got.Enqueue((headers["Idempotency-Key"]!, headers["Optimizer-Signature"]!, body.ToArray(), headers["Optimizer-Event"]!, headers["Optimizer-Attempt"]!));
        await _answer(context);
        context.Response.Close();
    }
}
