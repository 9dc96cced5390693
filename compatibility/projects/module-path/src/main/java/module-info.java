/** An application that names its modules. The providers are found by the service loader. */
module com.example.modular {
  requires com.example.scenario;
}
