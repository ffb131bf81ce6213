using System.Runtime.ExceptionServices;

namespace Optimizer.Embedded.Records;

/// <summary>A change that somebody waits for.</summary>
/// <param name="isTerms">Whether it may change what plays go by.</param>
internal abstract class RecordRequest(bool isTerms)
{
    private ExceptionDispatchInfo? _failure;

    public bool IsTerms => isTerms;

    /// <summary>It is durable, or failed.</summary>
    public bool IsSettled { get; private set; }

    /// <summary>Makes it, in the transaction that is open; again, when that was dropped for another's sake.</summary>
    public abstract void Make();

    public void Settle(Exception? failure)
    {
        _failure = failure is null ? null : ExceptionDispatchInfo.Capture(failure);
        IsSettled = true;
    }

    protected void MustHaveWorked() => _failure?.Throw();
}
