using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Requests;
using Optimizer.Workflows.Ports;

namespace Optimizer.Cockpit.Api.Idempotency;

/// <summary>
/// A POST that carries an Idempotency-Key is carried out once: sent again it is given its first answer, also while the first one is
/// still under way and after a death of the process. Answers that changed nothing are not kept: what was refused may be tried again.
/// </summary>
internal sealed class AnswerOnce(RequestDelegate next, ServedLoop loop)
{
    public const string Header = "Idempotency-Key";

    private const int LongestKey = 200;

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    private static readonly string[] KeptHeaders = ["Content-Type", "ETag", "Location"];

    private readonly Turnstile _underWay = new();

    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var header = context.Request.Headers[Header];
        if (header.Count == 0 || context.GetEndpoint()?.Metadata.GetMetadata<NeverKept>() is not null || !HttpMethods.IsPost(context.Request.Method) || context.User.Identity is not { IsAuthenticated: true, Name: { } sender })
        {
            await next(context);
            return;
        }

        if (header is not [{ Length: > 0 and <= LongestKey } key] || !key.All(each => each is > ' ' and < '\x7f'))
        {
            await Problem.Malformed($"{Header} must be one text of 1 to {LongestKey} visible ASCII characters, such as a UUID").ExecuteAsync(context);
            return;
        }

        var read = await Body.BytesAsync(context);
        if (read.Value is not { } body)
        {
            await read.Refusal!.ExecuteAsync(context);
            return;
        }

        // One at a time per key: whoever comes second finds the answer of the first.
        using var turn = await _underWay.EnterAsync((sender, key), context.RequestAborted);
        await OnceAsync(context, sender, key, body);
    }

    private async Task OnceAsync(HttpContext context, string sender, string key, byte[] body)
    {
        var hash = Hash(context.Request, body);
        if (await loop.Answers.FindAsync(sender, key, context.RequestAborted) is { } kept)
        {
            await (kept.Request == hash
                ? RepeatAsync(context, kept)
                : new Problem(422, "idempotency_key_reused", $"the key was used for another request on {kept.At:yyyy-MM-dd HH:mm} UTC; take a new key for a new request").ExecuteAsync(context));
            return;
        }

        var answered = context.Response.Body;
        using var copy = new MemoryStream();
        context.Request.Body = new MemoryStream(body, writable: false);
        context.Response.Body = copy;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = answered;
        }

        if (context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status201Created or StatusCodes.Status204NoContent)
        {
            var now = loop.Clock.GetUtcNow();

            // The caller may be gone; what was done is remembered all the same.
            await loop.Answers.PutAsync(sender, key, new(hash, context.Response.StatusCode, Kept(context.Response), copy.ToArray(), now), now - Remembered, CancellationToken.None);
        }

        copy.Position = 0;
        await copy.CopyToAsync(answered, context.RequestAborted);
    }

    private static async Task RepeatAsync(HttpContext context, KeptAnswer kept)
    {
        context.Response.StatusCode = kept.Status;
        foreach (var (name, value) in kept.Headers)
        {
            context.Response.Headers[name] = value;
        }

        context.Response.Headers["Idempotent-Replayed"] = "true";
        if (kept.Body.Length > 0)
        {
            context.Response.ContentLength = kept.Body.Length;
            await context.Response.Body.WriteAsync(kept.Body, context.RequestAborted);
        }
    }

    private static Dictionary<string, string> Kept(HttpResponse response) =>
        KeptHeaders.Where(name => response.Headers.ContainsKey(name)).ToDictionary(name => name, name => response.Headers[name].ToString());

    private static string Hash(HttpRequest request, byte[] body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method}\n{request.Path}\n{request.QueryString}\n{request.ContentType}\n"));
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
