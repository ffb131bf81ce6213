using Anthropic;
using Microsoft.Extensions.AI;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Models;

/// <summary>Asks a model of Anthropic.</summary>
public sealed class AnthropicRephraser : IRephraser, IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(7);

    private readonly AnthropicClient _client;
    private readonly IChatClient _chat;

    /// <param name="model">Id of the model.</param>
    /// <param name="key">Of the account; stands in no log and no message.</param>
    /// <param name="address">Another address than Anthropic's; null for theirs.</param>
    public AnthropicRephraser(string model, string key, Uri? address = null)
    {
        Model = model;
        _client = address is null
            ? new() { ApiKey = key, MaxRetries = 1, Timeout = Longest }
            : new() { ApiKey = key, BaseUrl = address.ToString(), MaxRetries = 1, Timeout = Longest };
        _chat = _client.AsIChatClient(model, RephrasePrompt.MostTokens);
    }

    public string Model { get; }

    public async Task<string?> RephraseAsync(string question, string text, CancellationToken cancellationToken)
    {
        var answer = await _chat.GetResponseAsync(
            [new(ChatRole.System, RephrasePrompt.System), new(ChatRole.User, RephrasePrompt.Data(question, text))], new() { MaxOutputTokens = RephrasePrompt.MostTokens }, cancellationToken);

        // What was cut off or refused is no answer.
        return answer.FinishReason is null || answer.FinishReason == ChatFinishReason.Stop ? answer.Text : null;
    }

    public void Dispose()
    {
        _chat.Dispose();
        _client.Dispose();
    }
}
