using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Optimizer.Cockpit.Api.Answers;

/// <summary>Strong entity tags: the same tag, the same bytes or the same version.</summary>
internal static class EntityTags
{
    private const int Bytes = 12;

    /// <summary>Tag of a body.</summary>
    public static string Of(ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return Of(Convert.ToHexStringLower(hash[..Bytes]));
    }

    /// <summary>Tag of a version, such as the hash of a definition.</summary>
    public static string Of(string version) => $"\"{version}\"";

    /// <summary>Whether the caller has it: If-None-Match names it, or is *.</summary>
    public static bool IsKnown(HttpRequest request, string tag) => Names(request.Headers.IfNoneMatch, tag, weak: true);

    /// <summary>
    /// What stands in the way of a change that may only be made to the version the caller has seen: null when If-Match names it.
    /// </summary>
    /// <param name="request">The change.</param>
    /// <param name="tag">Tag in force; null when there is nothing yet.</param>
    /// <param name="isRequired">Whether the caller must say which version they have seen.</param>
    public static Problem? Refusal(HttpRequest request, string? tag, bool isRequired)
    {
        var header = request.Headers.IfMatch;
        if (header.Count == 0)
        {
            return isRequired && tag is not null
                ? new(428, "precondition_required", "send If-Match with the ETag of what you have read, so that nobody's change is overwritten unseen")
                : null;
        }

        return tag is not null && Names(header, tag, weak: false)
            ? null
            : new(412, "precondition_failed", tag is null
                ? "there is nothing of this version; leave If-Match out to make the first"
                : "it was changed since you read it; read it again and send If-Match with its new ETag");
    }

    private static bool Names(StringValues header, string tag, bool weak)
    {
        foreach (var line in header)
        {
            foreach (var part in (line ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (part == "*" || part == tag || (weak && part.StartsWith("W/", StringComparison.Ordinal) && part.AsSpan(2).SequenceEqual(tag)))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
