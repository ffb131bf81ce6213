using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Cockpit.Questions;

/// <summary>A model that says what a test wants.</summary>
internal sealed class FakeRephraser(Func<string, CancellationToken, Task<string?>> says) : IRephraser
{
    public string Model => "fake-1";

    public int Asked { get; private set; }

    public Task<string?> RephraseAsync(string question, string text, CancellationToken cancellationToken)
    {
        Asked++;
        return says(text, cancellationToken);
    }
}
