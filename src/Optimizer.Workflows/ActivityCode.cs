namespace Optimizer.Workflows;

/// <summary>An activity's code, from JSON to JSON.</summary>
/// <param name="Name">Its registered name.</param>
/// <param name="Repeat">What to do when the process died while it ran.</param>
/// <param name="RunAsync">Runs it; throws what the handler throws, and JSON exceptions for payloads that do not fit.</param>
public sealed record ActivityCode(string Name, Repeat Repeat, Func<ActivityContext, Payload, Task<Payload>> RunAsync)
{
    internal static ActivityCode Of<TIn, TOut>(
        Activity<TIn, TOut> activity, Func<ActivityContext, TIn, Task<TOut>> handle, Repeat repeat) =>
        new(activity.Name, repeat, async (context, input) => Payload.Write(
            await handle(context, input.ReadAs<TIn>("the input of activity", activity.Name)), "the output of activity", activity.Name));
}
