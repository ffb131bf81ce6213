namespace Optimizer.Embedded.Records;

/// <inheritdoc />
internal sealed class RecordQuestion<T>(Func<T> change, bool isTerms) : RecordRequest(isTerms)
{
    private T _answer = default!;

    public override void Make() => _answer = change();

    /// <summary>What it gave, once it is settled.</summary>
    /// <exception cref="RecordFileException">The file failed.</exception>
    public T Answer()
    {
        MustHaveWorked();
        return _answer;
    }
}
