using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Optimizer.Functions.Tests.Stores;

/// <summary>Fails one request: before it reaches the service, or after, when only its answer is lost.</summary>
/// <param name="number">Which one, from 1.</param>
/// <param name="reaches">Whether the service carries it out.</param>
/// <param name="fault">How.</param>
internal sealed class FailingRequest(int number, bool reaches, RequestFault fault) : HttpPipelinePolicy
{
    private int _sent;

    /// <summary>Whether there was such a request.</summary>
    public bool HasFailed => Volatile.Read(ref _sent) >= number;

    /// <summary>Puts it into a client; null leaves the client as it is.</summary>
    public static T On<T>(T options, FailingRequest? failing)
        where T : ClientOptions
    {
        if (failing is not null)
        {
            options.Retry.Delay = options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
            options.Retry.MaxRetries = failing.Retries;
            options.AddPolicy(failing, HttpPipelinePosition.PerRetry);
        }

        return options;
    }

    // The dead send nothing again.
    private int Retries => fault == RequestFault.Death ? 0 : 3;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("everything here is asynchronous");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var sent = Interlocked.Increment(ref _sent);
        var fails = sent == number || (fault == RequestFault.Death && sent > number);
        if (!fails || (reaches && sent == number))
        {
            await ProcessNextAsync(message, pipeline);
        }

        if (fails)
        {
            throw fault switch
            {
                RequestFault.Cut => new IOException("the connection was cut"),
                RequestFault.Busy => new RequestFailedException(503, "the service is busy"),
                RequestFault.Death => new RequestFailedException(503, "the process died"),
                _ => new ArgumentOutOfRangeException(nameof(message), fault, "no such fault"),
            };
        }
    }
}
