namespace Optimizer.Workflows;

/// <summary>What to do with an activity that was running when the process died.</summary>
public enum Repeat
{
    /// <summary>Run it again; its effect carries an idempotency key. The default.</summary>
    Always,

    /// <summary>
    /// Do not: its call fails with <see cref="FailureTypes.Interrupted"/>. For effects that have no idempotency key and hurt
    /// when doubled. Costs one more durable write per call on the embedded engine; elsewhere it is as <see cref="Always"/>.
    /// </summary>
    Never,
}
