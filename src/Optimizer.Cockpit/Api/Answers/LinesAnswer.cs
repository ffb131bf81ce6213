using Microsoft.AspNetCore.Http;

namespace Optimizer.Cockpit.Api.Answers;

/// <summary>A body of lines, written as they are read: however many, they are never all in memory.</summary>
/// <param name="Lines">Without their line ends.</param>
/// <param name="Type">Media type.</param>
internal sealed record LinesAnswer(Func<CancellationToken, IAsyncEnumerable<ReadOnlyMemory<byte>>> Lines, string Type) : IResult
{
    private const int FlushBytes = 64 * 1024;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (cancel, response) = (httpContext.RequestAborted, httpContext.Response);
        response.ContentType = Type;
        if (HeadRequests.Are(httpContext))
        {
            return;
        }

        var waiting = 0;
        await foreach (var line in Lines(cancel))
        {
            var memory = response.BodyWriter.GetMemory(line.Length + 1);
            line.CopyTo(memory);
            memory.Span[line.Length] = (byte)'\n';
            response.BodyWriter.Advance(line.Length + 1);
            waiting += line.Length + 1;
            if (waiting >= FlushBytes)
            {
                await response.BodyWriter.FlushAsync(cancel);
                waiting = 0;
            }
        }

        await response.BodyWriter.FlushAsync(cancel);
    }
}
