using System.Text.Json;
using Microsoft.Extensions.Logging;
using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Inspection.Door;

/// <summary>Answers the questions of one client, until it leaves, is silent too long, or sends a line too long.</summary>
/// <param name="view">The engine as it is looked at.</param>
/// <param name="limits">How long things may take.</param>
/// <param name="log">Where faults go.</param>
internal sealed class DoorKeeper(IEngineView view, DoorLimits limits, ILogger log)
{
    public async Task ServeAsync(Stream client, CancellationToken stopping)
    {
        var lines = new LineReader(client, DoorLimits.LongestQuestion);
        while (true)
        {
            byte[] answer;
            var goesOn = true;
            try
            {
                if (await WithinAsync(limits.Silence, async token => await lines.ReadAsync(token).ConfigureAwait(false), stopping).ConfigureAwait(false) is not { } line)
                {
                    return;
                }

                answer = await AnswerAsync(line, stopping).ConfigureAwait(false);
            }
            catch (InvalidDataException tooLong)
            {
                (answer, goesOn) = (Refusal(ViewProblem.BadQuestion, tooLong.Message), false);
            }

            await WithinAsync(
                limits.Reading,
                async token =>
                {
                    await client.WriteAsync(answer, token).ConfigureAwait(false);
                    return true;
                },
                stopping).ConfigureAwait(false);
            if (!goesOn)
            {
                return;
            }
        }
    }

    private static byte[] Refusal(ViewProblem problem, string message) => DoorFormat.Line(new DoorAnswer<object>(null, problem, message));

    private static byte[] Found<T>(T? answer) => DoorFormat.Line(new DoorAnswer<T>(answer));

    private static async Task<T> WithinAsync<T>(TimeSpan time, Func<CancellationToken, Task<T>> act, CancellationToken stopping)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        limit.CancelAfter(time);
        return await act(limit.Token).ConfigureAwait(false);
    }

    private async Task<byte[]> AnswerAsync(ReadOnlyMemory<byte> line, CancellationToken stopping)
    {
        DoorQuestion? question;
        try
        {
            question = DoorFormat.Read<DoorQuestion>(line.Span);
        }
        catch (Exception garbage) when (garbage is JsonException or ArgumentException or NotSupportedException)
        {
            return Refusal(ViewProblem.BadQuestion, $"not a question: {garbage.Message}");
        }

        try
        {
            return question is null
                ? Refusal(ViewProblem.BadQuestion, "not a question: null")
                : await AnswerAsync(question, stopping).ConfigureAwait(false);
        }
        catch (EngineViewException refused)
        {
            return Refusal(refused.Problem, refused.Message);
        }
        catch (ArgumentException wrong)
        {
            return Refusal(ViewProblem.BadQuestion, wrong.Message);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Whatever a question runs into is told to who asked, and must not reach the engine.
            log.QuestionFailed(fault, question?.Ask ?? "null");
            return Refusal(ViewProblem.Failed, fault.Message);
        }
    }

    private async Task<byte[]> AnswerAsync(DoorQuestion question, CancellationToken stopping)
    {
        switch (question)
        {
            case { Ask: DoorWords.List }:
                return Found(await view.ListAsync(question.Query ?? new InstanceQuery(), stopping).ConfigureAwait(false));
            case { Ask: DoorWords.Status, Id: { } id }:
                return Found(await view.StatusAsync(id, stopping).ConfigureAwait(false));
            case { Ask: DoorWords.History, Id: { } id }:
                return Found(await view.HistoryAsync(id, stopping).ConfigureAwait(false));
            case { Ask: DoorWords.Children, Id: { } id }:
                return Found(await view.ChildrenAsync(id, stopping).ConfigureAwait(false));
            case { Ask: DoorWords.Health }:
                return Found(await view.HealthAsync(stopping).ConfigureAwait(false));
            case { Ask: DoorWords.Backup, File: { } file }:
                await view.BackupAsync(file, stopping).ConfigureAwait(false);
                return Found(file);
            default:
                return Refusal(ViewProblem.BadQuestion, "not a question that this engine knows, or not all of it");
        }
    }
}
