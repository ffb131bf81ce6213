using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Optimizer.Cockpit.Api.Requests;

/// <summary>Most bytes that a route reads of a body; the server stops reading there.</summary>
internal sealed record BodyLimit(long Bytes) : IRequestSizeLimitMetadata
{
    /// <summary>Of routes that say nothing else.</summary>
    public const long Usual = 64 * 1024;

    long? IRequestSizeLimitMetadata.MaxRequestBodySize => Bytes;

    public static long Of(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<BodyLimit>()?.Bytes ?? Usual;
}
