using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace Optimizer.Functions.Tests.Stores;

/// <summary>Does something before each request is sent, such as waiting or failing.</summary>
internal sealed class OnRequest(Func<HttpMessage, Task> act) : HttpPipelinePolicy
{
    public TableClientOptions Tables()
    {
        var options = new TableClientOptions();
        options.AddPolicy(this, HttpPipelinePosition.PerRetry);
        return options;
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("everything here is asynchronous");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await act(message);
        await ProcessNextAsync(message, pipeline);
    }

    /// <summary>Whether it writes a batch.</summary>
    public static bool IsBatch(HttpMessage message) => message.Request.Uri.ToString().EndsWith("$batch", StringComparison.Ordinal);

    /// <summary>What it sends.</summary>
    public static async Task<string> TextAsync(HttpMessage message)
    {
        using var sent = new MemoryStream();
        await message.Request.Content!.WriteToAsync(sent, default);
        return System.Text.Encoding.UTF8.GetString(sent.ToArray());
    }
}
