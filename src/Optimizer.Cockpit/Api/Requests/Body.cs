using System.Net.Mime;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Optimizer.Cockpit.Api.Answers;

namespace Optimizer.Cockpit.Api.Requests;

/// <summary>Reads bodies strictly: known type, bounded, UTF-8, and nothing in it that is not understood.</summary>
internal static class Body
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A JSON body as a value of the type.</summary>
    public static async Task<Reading<T>> JsonAsync<T>(HttpContext context)
        where T : class
    {
        var read = await BytesAsync(context, MediaTypeNames.Application.Json);
        return read.Value is { } bytes ? Json<T>(bytes) : read.Refusal!;
    }

    /// <summary>Bytes of JSON as a value of the type.</summary>
    public static Reading<T> Json<T>(ReadOnlyMemory<byte> bytes)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, new() { MaxDepth = ApiJson.Deepest, AllowDuplicateProperties = false });
            var problems = JsonShape.Check(document.RootElement, typeof(T));
            return problems.Count > 0
                ? Problem.Invalid(problems.Count == 1 ? $"{Place(problems[0])}{problems[0].Detail}" : $"{problems.Count} things are wrong with the body", problems)
                : document.Deserialize<T>(ApiJson.Options) is { } value ? value
                : Problem.Malformed("the body is null; an object is needed");
        }
        catch (JsonException fault)
        {
            return Of(fault);
        }
        catch (InvalidOperationException fault)
        {
            // Text that is not Unicode passes the parser and fails when it is read.
            return Problem.Malformed($"the body cannot be read: {fault.Message}");
        }
    }

    /// <summary>A body of one of the types, as text.</summary>
    public static async Task<Reading<string>> TextAsync(HttpContext context, params string[] types)
    {
        var read = await BytesAsync(context, types);
        if (read.Value is not { } bytes)
        {
            return read.Refusal!;
        }

        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException fault)
        {
            return Problem.Malformed($"the body is not UTF-8: byte {fault.Index + 1} cannot be read");
        }
    }

    /// <summary>The whole body, up to the limit of its route.</summary>
    /// <param name="context">The request.</param>
    /// <param name="types">Of one of these media types; empty for any.</param>
    public static async Task<Reading<byte[]>> BytesAsync(HttpContext context, params string[] types)
    {
        if (types.Length > 0 && TypeRefusal(context.Request, types) is { } refusal)
        {
            return refusal;
        }

        var limit = BodyLimit.Of(context);
        if (context.Request.ContentLength > limit)
        {
            return Unread(context, TooLarge(limit));
        }

        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            while (await context.Request.Body.ReadAsync(buffer, context.RequestAborted) is > 0 and var count)
            {
                if (bytes.Length + count > limit)
                {
                    return Unread(context, TooLarge(limit));
                }

                bytes.Write(buffer, 0, count);
            }
        }
        catch (BadHttpRequestException fault)
        {
            return Unread(context, Of(fault, limit));
        }
        catch (IOException fault) when (!context.RequestAborted.IsCancellationRequested)
        {
            // So the server says that a chunk has a length that is no number.
            return Unread(context, Problem.Malformed($"the body cannot be read: {fault.Message}"));
        }

        return bytes.ToArray();
    }

    /// <summary>What the server says about a request that it could not read.</summary>
    public static Problem Of(BadHttpRequestException fault, long limit) => fault.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => TooLarge(limit),
        StatusCodes.Status408RequestTimeout => new(408, "too_slow", "the body came too slowly; send it again"),
        var status => new(status, "malformed", fault.Message),
    };

    /// <summary>JSON that does not read.</summary>
    public static Problem Of(JsonException fault) => Problem.Malformed(Said(fault));

    /// <summary>What comes after a body that was not read to its end is no request: the caller is told to begin anew.</summary>
    private static Problem Unread(HttpContext context, Problem problem)
    {
        context.Response.Headers.Connection = "close";
        return problem;
    }

    private static Problem TooLarge(long limit) => new(413, "too_large", $"the body is larger than the {limit:#,0} bytes that this route takes");

    private static Problem? TypeRefusal(HttpRequest request, params string[] types)
    {
        var known = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && types.Any(each => type.MediaType.Equals(each, StringComparison.OrdinalIgnoreCase))
            && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
        return !known ? new(415, "wrong_content_type", $"send the body in UTF-8 as {string.Join(", ", types)}, and say so in Content-Type")
            : request.Headers.ContentEncoding.Count > 0 ? new(415, "wrong_content_encoding", "send the body as it is, without Content-Encoding")
            : null;
    }

    private static string Place(FieldProblem problem) => problem.Field.Length == 0 ? "" : $"{problem.Field}: ";

    private static string Said(JsonException fault)
    {
        var message = fault.Message.Split(" Path: ")[0].Split(" LineNumber: ")[0].TrimEnd();
        return fault.LineNumber is { } line ? $"line {line + 1}, byte {fault.BytePositionInLine + 1}: {message}" : message;
    }
}
