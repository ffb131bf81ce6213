using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Optimizer.Domain.Identity;
using Optimizer.Workflows.Answers;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Ports;

namespace Optimizer.Cockpit.Questions;

/// <summary>
/// Answers questions for every channel (S1-157): by rules and templates over the records, put into other words by a model where one is
/// configured. What a model says is shown only when it says what the records say; else, and when it does not answer, the templates speak.
/// </summary>
internal sealed partial class AnswerDesk(ServedLoop loop, ILogger<AnswerDesk> log)
{
    private const int MostKept = 1_000;

    private readonly ConcurrentDictionary<(string Model, string Question, string Text), string> _reworded = new();
    private Tuple<string?, TimeZoneInfo>? _zone;

    /// <summary>Answers a question. Whoever asks, nothing is done: a command becomes <see cref="Answer.Proposal"/>.</summary>
    /// <param name="question">At most <see cref="Question.Longest"/> characters.</param>
    /// <param name="play">Slug of the play they look at; null for none.</param>
    /// <param name="principal">Who asks.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Answer> AskAsync(string question, string? play, Principal principal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(principal);
        var zone = await ZoneAsync(cancellationToken);
        var live = new LiveReading(loop.Client.ListAsync, loop.Client.StatusAsync);
        var answer = await QuestionAnswers.AnswerAsync(loop.Reads.Audit, new(question, play, loop.Clock.GetUtcNow(), zone), live.ReadAsync, cancellationToken);
        return loop.Rephraser is { } model && answer.Kind == AnswerKind.Facts ? await ReworkedAsync(model, question, answer, cancellationToken) : answer;
    }

    // A policy that names thousands of plays takes seconds to read; another text has another hash.
    private async Task<TimeZoneInfo> ZoneAsync(CancellationToken cancellationToken)
    {
        var stored = await loop.Reads.Plays.FindAsync(PlayTerms.PolicyName, cancellationToken);
        var kept = _zone;
        if (kept is null || kept.Item1 != stored?.Hash)
        {
            _zone = kept = Tuple.Create(stored?.Hash, AskerZone.Of(stored));
        }

        return kept.Item2;
    }

    private async Task<Answer> ReworkedAsync(IRephraser model, string question, Answer answer, CancellationToken cancellationToken)
    {
        var key = (model.Model, question, answer.Text);
        if (!_reworded.TryGetValue(key, out var text))
        {
            text = await RephraseAsync(model, question, answer, cancellationToken);
            if (text is null)
            {
                return answer;
            }

            if (_reworded.Count >= MostKept)
            {
                _reworded.Clear();
            }

            _reworded[key] = text;
        }

        return answer with { Model = model.Model, Text = text };
    }

    private async Task<string?> RephraseAsync(IRephraser model, string question, Answer answer, CancellationToken cancellationToken)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            // A model that hears no cancellation is left alone with its answer.
            var text = (await model.RephraseAsync(question, answer.Text, late.Token).WaitAsync(loop.RephraserPatience, cancellationToken))?.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
            if (RephraseCheck.Fault(answer, text) is not { } fault)
            {
                return text;
            }

            Refused(model.Model, fault);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever a vendor's library throws, the records still answer.
            Failed(failure, model.Model);
        }
        finally
        {
            await late.CancelAsync();
        }

        return null;
    }

    [LoggerMessage(LogLevel.Warning, "What the model {Model} made of an answer is not shown: {Fault}")]
    private partial void Refused(string model, string fault);

    [LoggerMessage(LogLevel.Warning, "The model {Model} could not be asked to word an answer")]
    private partial void Failed(Exception failure, string model);
}
