using Microsoft.AspNetCore.Server.Kestrel.Core;
using Optimizer.Cockpit.Api.Limiting;

namespace Optimizer.Functions.Http;

/// <summary>What the worker's own server refuses: the same bodies as the single machine's, but the headers that the platform adds need room.</summary>
internal static class WorkerLimits
{
    private const int HeaderBytes = 64 * 1024;
    private const int Headers = 200;
    private const int LineBytes = 8 * 1024;

    public static void Apply(KestrelServerOptions options)
    {
        Limits.Apply(options);
        options.Limits.MaxRequestHeaderCount = Headers;
        options.Limits.MaxRequestHeadersTotalSize = HeaderBytes;
        options.Limits.MaxRequestLineSize = LineBytes;
    }
}
