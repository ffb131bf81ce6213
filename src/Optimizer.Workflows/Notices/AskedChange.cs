namespace Optimizer.Workflows.Notices;

/// <summary>What a button answers: a question, bound to the exact change that its reader saw.</summary>
/// <param name="Approval">Id of the question.</param>
/// <param name="PayloadHash">Of the change.</param>
public sealed record AskedChange(string Approval, string PayloadHash)
{
    // Neither an id nor a hash holds one.
    private const char Between = '|';

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static AskedChange? Read(string? text) =>
        text?.Split(Between) is [{ Length: > 0 and <= 200 } approval, { Length: > 0 and <= 200 } hash] ? new(approval, hash) : null;

    public override string ToString() => $"{Approval}{Between}{PayloadHash}";
}
