using RagAnalyzers.PackageTests;

[assembly: AssemblyFixture(typeof(PackedPackage))]

// Every test is a build, and a build uses all the cores there are.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
