using Optimizer.Domain.Approvals;
using Optimizer.Workflows;
using Optimizer.Workflows.Approvals;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Simulated;

/// <summary>
/// Tells simulated people too: each question that goes out starts a person who answers it after a while, as a workflow of its own, so that
/// the answer comes in virtual time and survives a restart.
/// </summary>
/// <param name="told">Where notices go as well.</param>
/// <param name="answers">What people would answer.</param>
/// <param name="client">The engine.</param>
public sealed class AnsweringNotifier(
    INotifier told, Func<ApprovalRequest, IReadOnlyList<PlannedAnswer>> answers, Func<IWorkflowClient> client) : INotifier
{
    private static readonly Workflow<ApprovalAnswer, None> Person = new("SimulatedPerson");
    private static readonly Activity<SentAnswer, None> Send = new("simulated-answer");

    /// <summary>Adds the people to a registry.</summary>
    public static WorkflowRegistry Register(WorkflowRegistry registry, Func<IWorkflowClient> client)
    {
        ArgumentNullException.ThrowIfNull(registry);
        return registry
            .Add(Person, async (context, answer) =>
            {
                await context.SleepAsync(answer.At);
                await context.CallAsync(Send, new(context.InstanceId.Split('/')[1], answer), new(10, TimeSpan.FromMinutes(1)));
                return default;
            })
            .Add(Send, async (context, sent) =>
            {
                await client().SignalAsync(
                    LoopNames.ApprovalId(sent.Approval), LoopNames.ApprovalNews, new ApprovalNews { Answer = sent.Answer },
                    $"{sent.Answer.By}/{sent.Answer.At:O}", context.CancellationToken);
                return default;
            });
    }

    public async Task NotifyAsync(Notice notice, string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notice);
        await told.NotifyAsync(notice, key, cancellationToken);
        if (notice.Request is not { } request)
        {
            return;
        }

        var planned = answers(request);
        for (var i = 0; i < planned.Count; i++)
        {
            await client().StartAsync(Person, $"person/{request.Id}/{i}", planned[i].Answer, cancellationToken: cancellationToken);
        }
    }

    private sealed record SentAnswer(string Approval, ApprovalAnswer Answer);
}
