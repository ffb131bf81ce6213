using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Optimizer.Functions.Tests.Stores;

/// <summary>Requests of which one fails, before it reached the service or after, and all that follow when the process dies with it.</summary>
/// <param name="number">Which one, from 1.</param>
/// <param name="after">Whether the service did what was asked.</param>
/// <param name="dies">Whether none follows; else the client sends it again.</param>
internal sealed class FailingRequests(int number, bool after, bool dies) : HttpPipelinePolicy
{
    private int _sent;

    /// <summary>Whether the request was reached.</summary>
    public bool HasFailed => Volatile.Read(ref _sent) >= number;

    /// <summary>Adds it to a client.</summary>
    public static T On<T>(T options, FailingRequests? failing)
        where T : ClientOptions
    {
        if (failing is not null)
        {
            options.Retry.MaxRetries = failing.Retries;
            options.Retry.Delay = TimeSpan.FromMilliseconds(1);
            options.AddPolicy(failing, HttpPipelinePosition.PerRetry);
        }

        return options;
    }

    private int Retries => dies ? 0 : 3;

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var sent = Interlocked.Increment(ref _sent);
        var fails = sent == number || (dies && sent > number);
        if (!fails || (after && sent == number))
        {
            await ProcessNextAsync(message, pipeline);
        }

        if (fails)
        {
            // As a connection that breaks does: the client may send it again.
            throw dies ? new RequestFailedException(503, "the process died") : new IOException("the connection broke");
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("everything is asked asynchronously");
}
