using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace Optimizer.Functions.Tests.Stores;

/// <summary>Fails one request: before it reaches the server, or after, when only its answer is lost.</summary>
/// <param name="number">Which one, from 1.</param>
/// <param name="reaches">Whether the server carries it out.</param>
/// <param name="isSentAgain">Whether it is a fault after which the client sends it again by itself, as a cut connection; otherwise the caller is told.</param>
internal sealed class FailingRequest(int number, bool reaches, bool isSentAgain) : HttpPipelinePolicy
{
    private int _sent;

    /// <summary>Whether there was such a request.</summary>
    public bool HasFailed => Volatile.Read(ref _sent) >= number;

    public TableClientOptions Tables() => With(new TableClientOptions());

    public BlobClientOptions Blobs() => With(new BlobClientOptions());

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("everything here is asynchronous");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var isThisOne = Interlocked.Increment(ref _sent) == number;
        if (!isThisOne || reaches)
        {
            await ProcessNextAsync(message, pipeline);
        }

        if (isThisOne)
        {
            throw isSentAgain ? new IOException("the connection was cut") : new RequestFailedException(503, "the server is busy");
        }
    }

    private T With<T>(T options)
        where T : ClientOptions
    {
        options.Retry.Delay = options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
        options.AddPolicy(this, HttpPipelinePosition.PerRetry);
        return options;
    }
}
