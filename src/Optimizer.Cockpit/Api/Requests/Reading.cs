using Optimizer.Cockpit.Api.Answers;

namespace Optimizer.Cockpit.Api.Requests;

/// <summary>What was read of a request, or why it was refused: exactly one is set.</summary>
internal readonly record struct Reading<T>(T? Value, Problem? Refusal)
    where T : class
{
    public static implicit operator Reading<T>(T value) => new(value, null);

    public static implicit operator Reading<T>(Problem refusal) => new(null, refusal);
}
