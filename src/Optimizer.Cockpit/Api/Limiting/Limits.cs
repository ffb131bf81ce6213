using Microsoft.AspNetCore.Server.Kestrel.Core;
using Optimizer.Cockpit.Api.Requests;

namespace Optimizer.Cockpit.Api.Limiting;

/// <summary>What the server itself refuses, before any of our code runs.</summary>
public static class Limits
{
    private const int Connections = 2_000;
    private const int HeaderBytes = 16 * 1024;
    private const int Headers = 64;
    private const int LineBytes = 4 * 1024;

    // Bytes a second: a caller below holds a connection for nothing.
    private const double SlowestBody = 120;

    public static void Apply(KestrelServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.AddServerHeader = false;
        var limits = options.Limits;
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        limits.MaxConcurrentConnections = Connections;
        limits.MaxRequestBodySize = BodyLimit.Usual;
        limits.MaxRequestHeaderCount = Headers;
        limits.MaxRequestHeadersTotalSize = HeaderBytes;
        limits.MaxRequestLineSize = LineBytes;
        limits.MinRequestBodyDataRate = new(SlowestBody, TimeSpan.FromSeconds(5));
        limits.MinResponseDataRate = new(SlowestBody, TimeSpan.FromSeconds(10));
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
    }
}
