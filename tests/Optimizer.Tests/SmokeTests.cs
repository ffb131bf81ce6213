namespace Optimizer.Tests;

public class SmokeTests
{
    [Optimizer.Testing.SharedFact]
    public void Shared_Present_HasVectors() => Assert.NotEmpty(Directory.GetFiles(Optimizer.Testing.SharedFolder.File("vectors")));
}
